import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { book, box, call, column, openCalendar, openWeek, panel, toast, TUESDAY, WEDNESDAY, World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

function focusedText(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '')
}

async function threeEvents(): Promise<Page> {
  const page = await world.signedUp()
  await book(page, { title: 'Early', from: '09:00', to: '10:00' })
  await book(page, { title: 'Late', from: '14:00', to: '15:00' })
  await book(page, { title: 'Next day', date: WEDNESDAY, from: '13:00', to: '14:00' })
  await openWeek(page)
  await box(page, 'Next day').waitFor()
  return page
}

test('B6: the grid is one stop of Tab, and the arrow keys go through its events in order of time', async () => {
  const page = await threeEvents()
  await expect.poll(() => page.locator('.calendar-grid [tabindex="0"]').count()).toBe(1)
  await box(page, 'Early').focus()
  const steps = [
    ['ArrowDown', 'Late'],
    ['ArrowRight', 'Next day'],
    ['ArrowUp', 'Late'],
    ['Home', 'Early'],
    ['End', 'Next day'],
  ] as const
  for (const [key, title] of steps) {
    await page.keyboard.press(key)
    expect([key, await focusedText(page)]).toEqual([key, expect.stringContaining(title)])
  }
  expect(await page.locator('.calendar-grid [tabindex="0"]').count()).toBe(1)
  await page.keyboard.press('PageDown')
  await page.waitForURL('**date=2031-06-17')
})

test('B1: with Shift the arrow keys carry an event by days and quarter hours, Enter puts it down', async () => {
  const page = await threeEvents()
  await box(page, 'Early').focus()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Alt+ArrowDown')
  await page.getByRole('status').getByText('Wednesday, 11 June 2031, 09:15–10:30').waitFor()
  expect(await focusedText(page)).toContain('Early')
  await page.keyboard.press('Enter')
  await toast(page, '“Early” moved to Wed 11 Jun')
  await column(page, WEDNESDAY).locator('.grid-event', { hasText: '09:15–10:30' }).waitFor()
  expect(await panel(page).count()).toBe(0)
})

test('B1: Escape leaves a carried event where it was', async () => {
  const page = await threeEvents()
  const updates: string[] = []
  page.on('request', (request) => request.url().includes('events.update') && updates.push(request.url()))
  await box(page, 'Late').focus()
  await page.keyboard.press('Shift+ArrowDown')
  await box(page, 'Late').getByText('14:15–15:15', { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await box(page, 'Late').getByText('14:00–15:00', { exact: true }).waitFor()
  expect(await focusedText(page)).toContain('Late')
  expect(updates).toEqual([])
})

test('B1: n begins a new event on the grid, which the arrow keys place', async () => {
  const page = await threeEvents()
  await box(page, 'Early').focus()
  await page.keyboard.press('n')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await panel(page).waitFor()
  await page.getByLabel('Title').fill('Placed')
  await page.keyboard.press('Enter')
  await toast(page, '“Placed” created')
  await column(page, WEDNESDAY).locator('.grid-event', { hasText: 'Placed' }).getByText('10:15–11:15').first().waitFor()
})

test('what others change comes in without taking the focus or the place in the day', async () => {
  const page = await threeEvents()
  await box(page, 'Late').focus()
  const scroller = page.locator('.sx__view-container')
  await scroller.evaluate((element) => {
    element.scrollTop = 300
  })
  await call(page, 'events.create', {
    title: 'By somebody else',
    startsAt: `${TUESDAY}T14:30:00+02:00`,
    endsAt: `${TUESDAY}T16:00:00+02:00`,
    participants: [],
  })
  // Coming back to the page asks for everything that is not fresh any more.
  await page.clock.install()
  await page.clock.fastForward(60_000)
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await box(page, 'By somebody else').waitFor()
  expect(await focusedText(page)).toContain('Late')
  expect(await scroller.evaluate((element) => element.scrollTop)).toBe(300)
})

test('C4: a crowded day of the month shows its conflicts and says how many events it leaves out', async () => {
  const page = await world.signedUp()
  for (const hour of ['08', '09', '10', '11', '12', '13', '14'])
    await book(page, { title: `Talk ${hour}`, from: `${hour}:00`, to: `${hour}:30` })
  await book(page, { title: 'Clash', from: '14:00', to: '14:30' })
  await openCalendar(page, 'month')
  await box(page, 'Clash').locator('.event-card-conflict').waitFor()
  await page.getByRole('button', { name: '4 more events on Tuesday, 10 June 2031' }).click()
  await page.waitForURL(`**view=day&date=${TUESDAY}`)
})
