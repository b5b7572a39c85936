import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BEING_DRAGGED, carry, grip, lift } from './dragging.ts'
import { connect, GoogleWorld } from './google-world.ts'
import { book, box, call, column, openWeek, panel, query, toast, TUESDAY, WEDNESDAY } from './world.ts'

let world: GoogleWorld
beforeAll(async () => {
  world = await GoogleWorld.start()
})
afterAll(() => world.stop())

/** A change travels by a job and a call. */
const SOON = { timeout: 30_000, interval: 300 }

async function drag(page: Page, title: string, by: { hours?: number; days?: number }): Promise<void> {
  await carry(page, await lift(page, title), by)
  await page.locator(BEING_DRAGGED).waitFor()
  await page.mouse.up()
}

async function cancel(page: Page, title: string): Promise<void> {
  await box(page, title).first().click()
  await panel(page).getByRole('button', { name: 'Cancel event' }).click()
}

test('web 3: z takes back a move, a resize, a cancellation and what a form changed, as Undo does', async () => {
  const page = await world.world.signedUp()
  await book(page, { title: 'Review', from: '10:00', to: '11:00', participants: [{ email: 'tom@partner.example' }] })
  await openWeek(page)
  await drag(page, 'Review', { days: 1 })
  await toast(page, '“Review” moved to Wed 11 Jun')
  await page.keyboard.press('z')
  await toast(page, '“Review” is back where it was')
  await column(page, TUESDAY).locator('.grid-event', { hasText: 'Review' }).waitFor()

  await carry(page, await grip(page, 'Review'), { hours: 1.01 })
  await page.mouse.up()
  await box(page, 'Review').getByText('10:00–12:00').first().waitFor()
  await toast(page, '“Review” moved to Tue 10 Jun, 10:00–12:00')
  // On another page as well.
  await page.getByRole('link', { name: 'Availability' }).click()
  await page.waitForURL('**/calendar/availability')
  // What the first one said may still stand there.
  await Promise.all([page.waitForResponse('**/trpc/events.update**'), page.keyboard.press('z')])
  await toast(page, '“Review” is back where it was')
  await openWeek(page)
  await box(page, 'Review').getByText('10:00–11:00').first().waitFor()

  await cancel(page, 'Review')
  await toast(page, '“Review” cancelled')
  await box(page, 'Review').waitFor({ state: 'detached' })
  await page.keyboard.press('z')
  await toast(page, '“Review” is back in the calendar')
  await box(page, 'Review').waitFor()

  await box(page, 'Review').focus()
  await page.keyboard.press('e')
  await page.getByLabel('Title').fill('Reviewed')
  await page.getByLabel('Start time').fill('14:00')
  await page.keyboard.press('Enter')
  await toast(page, '“Reviewed” saved')
  await panel(page).waitFor({ state: 'detached' })
  await page.keyboard.press('z')
  await toast(page, '“Review” is as it was')
  await box(page, 'Review').getByText('10:00–11:00').first().waitFor()

  const changes: string[] = []
  page.on('request', (request) => request.method() === 'POST' && changes.push(request.url()))
  await page.keyboard.press('z')
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
  expect(changes.filter((url) => url.includes('events.'))).toEqual([])
})

test('web 3: a cancelled rest of a series comes back with z', async () => {
  const page = await world.world.signedUp()
  await call(page, 'events.create', {
    title: 'Standup',
    startsAt: `${TUESDAY}T09:00:00+02:00`,
    endsAt: `${TUESDAY}T09:30:00+02:00`,
    participants: [],
    timeZone: 'Europe/Berlin',
    recurrence: 'RRULE:FREQ=DAILY;COUNT=4',
  })
  await openWeek(page)
  await expect.poll(() => box(page, 'Standup').count(), SOON).toBe(4)
  await column(page, WEDNESDAY).locator('.grid-event', { hasText: 'Standup' }).click()
  await panel(page).getByRole('button', { name: 'Cancel event' }).click()
  await page.getByText('This and following events').click()
  await page.getByRole('button', { name: 'Cancel events' }).click()
  await toast(page, '“Standup” and the following events cancelled')
  await expect.poll(() => box(page, 'Standup').count(), SOON).toBe(1)
  await page.keyboard.press('z')
  await toast(page, '“Standup” and the following events are back')
  await expect.poll(() => box(page, 'Standup').count(), SOON).toBe(4)
})

test('web 3: a message is announced, reached with the keyboard, and waits while it has the focus', async () => {
  const page = await world.world.signedUp()
  await book(page, { title: 'Stays', from: '10:00', to: '11:00' })
  await openWeek(page)
  await page.clock.install()
  await drag(page, 'Stays', { hours: 1 })
  const message = await toast(page, 'moved')
  expect(await page.locator('section[aria-live="polite"]', { has: message }).count()).toBe(1)
  await message.getByRole('button', { name: 'Undo' }).focus()
  await page.clock.runFor(30_000)
  expect(await message.isVisible()).toBe(true)
  await page.keyboard.press('Enter')
  await toast(page, '“Stays” is back where it was')
})

interface Copy {
  id: string
  start: string | undefined
}

test('web 3, G3: what is taken back is restored at Google and not doubled, before and after it was written there', async () => {
  const { page, account } = await world.person()
  await connect(page, account)
  await book(page, { title: 'Planning', date: WEDNESDAY, from: '10:00', to: '11:00' })
  const copies = (): Copy[] =>
    world.google.control.events(account).map(({ id, start }) => ({ id, start: start.dateTime?.slice(11, 16) }))
  const inStep = async () => {
    const { connections } = await query<{ connections: { pendingChanges: number }[] }>(page, 'connections.list')
    return connections.map(({ pendingChanges }) => pendingChanges)
  }
  await expect.poll(copies, SOON).toMatchObject([{ start: '10:00' }])
  const [first] = copies()
  await openWeek(page)

  // Before it was written.
  await drag(page, 'Planning', { hours: 2 })
  await toast(page, '“Planning” moved')
  await page.keyboard.press('z')
  await toast(page, '“Planning” is back where it was')
  await expect.poll(inStep, SOON).toEqual([0])
  expect(copies()).toMatchObject([{ id: first?.id, start: '10:00' }])

  // After.
  await drag(page, 'Planning', { hours: 2 })
  await (await toast(page, '“Planning” moved')).hover()
  await expect.poll(copies, SOON).toMatchObject([{ start: '12:00' }])
  await page.keyboard.press('z')
  await expect.poll(copies, SOON).toMatchObject([{ id: first?.id, start: '10:00' }])

  const cancelPlanning = async () => {
    await openWeek(page)
    await cancel(page, 'Planning')
    await (await toast(page, '“Planning” cancelled')).hover()
  }
  const takeBack = async () => {
    await page.keyboard.press('z')
    await toast(page, '“Planning” is back in the calendar')
    // Once it was deleted there, the copy is a new one; it is the only one.
    await expect.poll(copies, SOON).toMatchObject([{ start: '10:00' }])
    await expect.poll(inStep, SOON).toEqual([0])
    expect(copies()).toHaveLength(1)
  }
  await cancelPlanning()
  await takeBack()
  await cancelPlanning()
  await expect.poll(copies, SOON).toEqual([])
  await takeBack()
})
