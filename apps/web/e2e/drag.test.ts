import { afterAll, beforeAll, expect, test } from 'vitest'
import { BEING_DRAGGED, carry, grip, lift, pointAt } from './dragging.ts'
import { book, box, call, column, openCalendar, openWeek, panel, toast, TUESDAY, WEDNESDAY, World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

test('B1: dragging moves an event by quarter hours and days, keeps its length, and Undo takes it back', async () => {
  const page = await world.signedUp()
  await book(page, { title: 'Review', from: '10:00', to: '11:30' })
  await openWeek(page)
  const start = await lift(page, 'Review')
  await carry(page, start, { hours: 1.27, days: 1 })
  await page.locator(BEING_DRAGGED).getByText('11:15–12:45', { exact: true }).waitFor()
  await page.mouse.up()

  const message = await toast(page, '“Review” moved to Wed 11 Jun')
  const moved = column(page, WEDNESDAY).locator('.grid-event', { hasText: 'Review' })
  expect(await moved.textContent()).toContain('11:15–12:45')
  await page.reload()
  await moved.waitFor()

  await message.waitFor({ state: 'detached' })
  await carry(page, await lift(page, 'Review'), { days: -1 })
  await page.mouse.up()
  await (await toast(page, 'moved to Tue 10 Jun')).getByRole('button', { name: 'Undo' }).click()
  await toast(page, '“Review” is back where it was')
  await moved.waitFor()
})

test('B1: an event opens however long it is pressed, on its edge too; a quick drag moves it', async () => {
  const page = await world.signedUp()
  await book(page, { title: 'Short', from: '10:00', to: '10:15' })
  await openWeek(page)
  await page.clock.install()
  const area = await box(page, 'Short').boundingBox()
  if (!area) throw new Error('The event is not in sight.')
  for (const fromTop of [5, area.height - 2]) {
    await page.mouse.move(area.x + 30, area.y + fromTop)
    await page.mouse.down()
    await page.clock.runFor(1_000)
    await page.mouse.up()
    await panel(page).getByRole('heading', { name: 'Short' }).waitFor()
    await page.keyboard.press('Escape')
    await panel(page).waitFor({ state: 'detached' })
  }
  const [x, y] = [area.x + 30, area.y + 5]
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (const down of [5, 40, 64]) await page.mouse.move(x, y + down)
  await page.mouse.up()
  await toast(page, '“Short” moved to Tue 10 Jun, 11:00–11:15')
})

test('B1: the toast of a move stays for at least 8 seconds', async () => {
  const page = await world.signedUp()
  await book(page, { title: 'Stays', from: '10:00', to: '11:00' })
  await openWeek(page)
  await page.clock.install()
  await carry(page, await lift(page, 'Stays'), { hours: 1 })
  await page.mouse.up()
  const message = await toast(page, 'moved')
  await page.clock.runFor(8_000)
  expect(await message.isVisible()).toBe(true)
  await page.clock.runFor(5_000)
  await message.waitFor({ state: 'detached' })
})

test('B1: pulling the lower edge changes the end, in quarter hours', async () => {
  const page = await world.signedUp()
  await book(page, { title: 'Grows', from: '10:00', to: '11:00' })
  await openWeek(page)
  await carry(page, await grip(page, 'Grows'), { hours: 0.76 })
  await page.locator(BEING_DRAGGED).getByText('10:00–11:45', { exact: true }).waitFor()
  await page.mouse.up()
  await toast(page, '“Grows” moved to Tue 10 Jun')
  expect(await box(page, 'Grows').textContent()).toContain('10:00–11:45')
})

test('B1: Escape ends a drag without effect', async () => {
  const page = await world.signedUp()
  await book(page, { title: 'Stays put', from: '10:00', to: '11:00' })
  await openWeek(page)
  const updates: string[] = []
  page.on('request', (request) => request.url().includes('events.update') && updates.push(request.url()))
  await carry(page, await lift(page, 'Stays put'), { hours: 2 })
  await page.keyboard.press('Escape')
  await page.locator(BEING_DRAGGED).waitFor({ state: 'detached' })
  await page.mouse.up()
  expect(await box(page, 'Stays put').textContent()).toContain('10:00–11:00')
  await page.keyboard.press('Escape')
  expect(updates).toEqual([])
})

test('B1: a move that the server refuses goes back and says why', async () => {
  const page = await world.signedUp()
  await book(page, { title: 'Contested', from: '10:00', to: '11:00' })
  // A page that is not told in time.
  await page.route('**/trpc/live.changes**', (route) => route.abort())
  await openWeek(page)
  const id = await box(page, 'Contested').getAttribute('data-event-id')
  await call(page, 'events.update', { id, version: 1, location: 'Elsewhere' })

  await carry(page, await lift(page, 'Contested'), { hours: 2 })
  await page.mouse.up()
  await toast(page, '“Contested” was not moved')
  await expect.poll(() => box(page, 'Contested').textContent()).toContain('10:00–11:00')
  await box(page, 'Contested').getByText('Elsewhere').waitFor()

  await carry(page, await lift(page, 'Contested'), { hours: 2 })
  await page.mouse.up()
  await toast(page, '“Contested” moved to')
})

test('B1: drawing on the empty grid opens the form with exactly that range; Escape while drawing does nothing', async () => {
  const page = await world.signedUp()
  const from = await pointAt(page, WEDNESDAY, 9.05)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  const to = await pointAt(page, WEDNESDAY, 10.7)
  await page.mouse.move(to.x, to.y, { steps: 6 })
  await page.locator('.is-draft').getByText('09:00–10:45', { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.is-draft').waitFor({ state: 'detached' })
  await page.mouse.up()
  expect(await panel(page).count()).toBe(0)

  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 6 })
  await page.mouse.up()
  await page.getByLabel('Title').fill('Drawn')
  expect(await page.getByLabel('Start date').inputValue()).toBe(WEDNESDAY)
  expect(await page.getByLabel('Start time').inputValue()).toBe('09:00')
  expect(await page.getByLabel('End time').inputValue()).toBe('10:45')
  await page.getByRole('button', { name: 'Create event' }).click()
  await column(page, WEDNESDAY).locator('.grid-event', { hasText: 'Drawn' }).waitFor()
})

test('B1: a click on an empty slot offers an hour there', async () => {
  const page = await world.signedUp()
  const point = await pointAt(page, TUESDAY, 13.6)
  await page.mouse.click(point.x, point.y)
  expect(await page.getByLabel('Start time').inputValue()).toBe('13:30')
  expect(await page.getByLabel('End time').inputValue()).toBe('14:30')
})

test('B1: dragging in the month moves an event to another day at its own time', async () => {
  const page = await world.signedUp()
  await book(page, { title: 'Monthly', from: '10:00', to: '11:00' })
  await book(page, { title: 'Another', date: WEDNESDAY, from: '10:00', to: '11:00' })
  await openCalendar(page, 'month')
  const target = page.locator('.sx__month-grid-day[data-date="2031-06-19"]')
  await box(page, 'Monthly').hover()
  await page.mouse.down()
  await target.hover()
  // Schedule-X has lifted the event when the others let the pointer through.
  await page.locator('.grid-event[style*="pointer-events: none"]', { hasText: 'Another' }).waitFor()
  await target.hover()
  await page.mouse.up()
  await toast(page, '“Monthly” moved to Thu 19 Jun, 10:00–11:00')
  await target.getByText('Monthly').waitFor()
})
