import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BEING_DRAGGED, carry, lift, press } from './dragging.ts'
import { connect, consent, GoogleWorld, inStep } from './google-world.ts'
import { box, openWeek, panel, PHONE, sidewaysScrollers, toast, WEDNESDAY } from './world.ts'

let world: GoogleWorld
beforeAll(async () => {
  world = await GoogleWorld.start()
})
afterAll(() => world.stop())

const HOUR_MS = 3_600_000
/** A change travels by a notification, a job and a call. */
const SOON = { timeout: 30_000, interval: 500 }

/** Looks at the week again and again until an event stands in it as expected. */
async function seeBox(page: Page, title: string, text: string): Promise<void> {
  await expect
    .poll(async () => {
      await openWeek(page)
      const boxes = await box(page, title).allTextContents()
      return boxes.join()
    }, SOON)
    .toContain(text)
}

test('A1: who connects through Google’s page sees those events here, and moves them on either side', async () => {
  const { page, account } = await world.person()
  const id = world.insert(account, 'Dentist', '10:00', '11:00', { location: 'Harbour Street 4' })
  await page.goto('/calendar/connections')
  await page.getByText('Demo: a stand-in of Google').waitFor()
  await connect(page, account)
  expect(new URL(page.url()).search).toBe('')

  await seeBox(page, 'Dentist', '10:00–11:00')
  await box(page, 'Dentist').getByText('from Google Calendar').waitFor({ state: 'attached' })
  await box(page, 'Dentist').click()
  await panel(page).getByText('From Google Calendar', { exact: true }).waitFor()
  await panel(page).getByRole('link', { name: 'Open in Google Calendar' }).waitFor()
  await page.keyboard.press('Escape')

  world.google.control.move(account, id, 2 * HOUR_MS)
  await seeBox(page, 'Dentist', '12:00–13:00')

  await carry(page, await lift(page, 'Dentist'), { hours: 2 })
  await page.mouse.up()
  await toast(page, '“Dentist” moved')
  await expect.poll(() => world.startOf(account, id), SOON).toContain(`${WEDNESDAY}T14:00:00`)

  await page.goto('/calendar/connections')
  const entries = page.getByRole('list', { name: 'Entries' }).getByRole('listitem')
  await entries.filter({ hasText: 'The whole calendar was read for the first time.1 event' }).waitFor()
  await entries.filter({ hasText: 'A change made in the calendar was taken over' }).waitFor()
  await entries.filter({ hasText: 'A change made here was written to the calendar' }).waitFor()
  await page.getByText('To Google', { exact: true }).click()
  await expect.poll(() => entries.filter({ hasText: 'read for the first time' }).count()).toBe(0)
  await page.getByText('From Google', { exact: true }).click()
  await expect.poll(() => entries.filter({ hasText: 'was written to the calendar' }).count()).toBe(0)
  await page.getByLabel('What to show').selectOption('Needs attention')
  await page.getByText('Nothing like that').waitFor()
  await page.getByLabel('What to show').selectOption('Everything')
  await entries.getByRole('link', { name: 'Dentist' }).first().click()
  await panel(page).getByText('From Google Calendar', { exact: true }).waitFor()
  expect(new URL(page.url()).searchParams.get('date')).toBe(WEDNESDAY)
})

test('A2: refused consent and an unticked box have their own words, and nothing is connected', async () => {
  const { page, account } = await world.person()
  await page.goto('/calendar/connections')
  await page.getByRole('button', { name: 'Connect Google Calendar' }).click()
  await page.getByRole('button', { name: 'Deny' }).click()
  await page.getByRole('alert').getByText('You did not allow access at Google').waitFor()
  await expect.poll(() => new URL(page.url()).search).toBe('')
  await page.reload()
  await page.getByText('No calendar is connected').waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)

  await page.getByRole('button', { name: 'Connect Google Calendar' }).click()
  await consent(page, account, { without: ['View and edit events'] })
  await page.getByRole('alert').getByText('left unticked').waitFor()
  await page.getByText('No calendar is connected').waitFor()
})

test('A6: a withdrawn consent is said on every page, and connecting again mends it', async () => {
  const { page, account } = await world.person()
  await connect(page, account)
  world.google.control.revokeAccess(account)
  await page.getByRole('button', { name: 'Sync now' }).click()
  const card = page.getByRole('region', { name: account })
  await card.getByText('Needs your consent').waitFor()
  await card.getByText('Google does not accept our permission any more').waitFor()

  await openWeek(page)
  const banner = page.getByRole('status').filter({ hasText: `${account} is not in step` })
  await banner.getByRole('button', { name: 'Reconnect' }).click()
  expect(await page.getByRole('radio', { name: account }).isChecked()).toBe(true)
  await consent(page, account)
  await inStep(page, account)
  await banner.waitFor({ state: 'detached' })
})

test('A5: what was deleted there is cancelled here, and comes back on both sides when it is restored', async () => {
  const { page, account } = await world.person()
  const id = world.insert(account, 'Release notes', '15:00', '16:00')
  await connect(page, account)
  await seeBox(page, 'Release notes', '15:00–16:00')
  world.google.control.delete(account, id)
  await expect
    .poll(async () => {
      await openWeek(page)
      return box(page, 'Release notes').count()
    }, SOON)
    .toBe(0)

  await page.goto('/calendar/connections')
  await page.getByRole('button', { name: 'Restore “Release notes”' }).click()
  await toast(page, '“Release notes” is back in the calendar')
  await seeBox(page, 'Release notes', '15:00–16:00')
  const titles = () => world.google.control.events(account).map(({ summary }) => summary)
  await expect.poll(titles, SOON).toEqual(['Release notes'])
})

test('A4: what only its organizer may change says so, and can be answered from here', async () => {
  const { page, account } = await world.person()
  const attendees = [{ email: account, responseStatus: 'needsAction' }]
  const id = world.insert(account, 'Budget review', '14:00', '15:00', { attendees }, { email: 'omar@partner.example' })
  await connect(page, account)
  await seeBox(page, 'Budget review', '14:00–15:00')
  await box(page, 'Budget review').click()
  await panel(page).getByText('It can not be changed from here').waitFor()
  expect(await panel(page).getByRole('button', { name: 'Edit' }).count()).toBe(0)
  await panel(page).getByRole('group', { name: 'Your answer' }).getByRole('button', { name: 'Maybe' }).click()
  await toast(page, 'You said maybe to “Budget review”')
  const answer = () =>
    world.google.control.event(account, id).attendees?.find(({ email }) => email === account)?.responseStatus
  await expect.poll(answer, SOON).toBe('tentative')
  await page.keyboard.press('Escape')

  const fixed = box(page, 'Budget review')
  expect(await fixed.getAttribute('title')).toBe('It comes from a calendar in which you can not change it')
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await carry(page, await press(page, 'Budget review'), { hours: 1 })
  expect(await page.locator(BEING_DRAGGED).count()).toBe(0)
  await page.mouse.up()
  await fixed.focus()
  await page.keyboard.press('e')
  await panel(page).getByText('It can not be changed from here').waitFor()
  expect(asked.filter((url) => url.includes('events.update'))).toEqual([])
})

test('A3: calendars are chosen; one that is left out takes its events away, and nothing at Google', async () => {
  const { page, account } = await world.person()
  const projects = `projects-${account}`
  world.google.control.addCalendar({ id: projects, summary: 'Projects', roles: { [account]: 'owner' } })
  world.google.control.addCalendar({ id: `holidays-${account}`, summary: 'Holidays', roles: { [account]: 'reader' } })
  world.insert(projects, 'Kick-off', '09:00', '10:00')
  await connect(page, account)
  const calendars = page.getByRole('group', { name: 'Calendars' })
  expect(await calendars.getByRole('checkbox', { name: account }).isChecked()).toBe(true)
  await calendars.locator('label', { hasText: 'Holidays' }).getByText('Read only').waitFor()
  await calendars.getByRole('checkbox', { name: 'Projects' }).check()
  await calendars.getByRole('button', { name: 'Save calendars' }).click()
  await toast(page, 'Your choice of calendars is saved')
  await seeBox(page, 'Kick-off', '09:00–10:00')

  await page.goto('/calendar/connections')
  await calendars.getByRole('checkbox', { name: 'Projects' }).uncheck()
  await calendars.getByText('Nothing is deleted at Google').waitFor()
  await calendars.getByRole('button', { name: 'Save calendars' }).click()
  await toast(page, 'Your choice of calendars is saved')
  await expect
    .poll(async () => {
      await openWeek(page)
      return box(page, 'Kick-off').count()
    }, SOON)
    .toBe(0)
  expect(world.google.control.events(projects)).toHaveLength(1)
})

test('A3: paused and resumed; disconnecting says what it does, and does that', async () => {
  const { page, account } = await world.person()
  world.insert(account, 'School play', '16:00', '17:00')
  await connect(page, account)
  const card = page.getByRole('region', { name: account })
  await card.getByRole('button', { name: 'Pause' }).click()
  await card.getByText('Nothing is read or sent until you resume').waitFor()
  await card.getByRole('button', { name: 'Resume' }).click()
  await inStep(page, account)
  await seeBox(page, 'School play', '16:00–17:00')

  await page.goto('/calendar/connections')
  await card.getByRole('button', { name: 'Disconnect' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByText('Nothing is deleted at Google').waitFor()
  await dialog.getByRole('button', { name: 'Keep it connected' }).click()
  await dialog.waitFor({ state: 'detached' })
  await card.getByRole('button', { name: 'Disconnect' }).click()
  await dialog.getByRole('button', { name: 'Disconnect' }).click()
  await card.getByText('Disconnected').waitFor()
  await expect
    .poll(async () => {
      await openWeek(page)
      return box(page, 'School play').count()
    }, SOON)
    .toBe(0)
  expect(world.google.control.events(account)).toHaveLength(1)
})

test('A1: at 360 px the menu leads to the connections, and nothing scrolls sideways', async () => {
  const { page, account } = await world.person(PHONE)
  await page.getByRole('button', { name: /account and theme/ }).click()
  await page.getByRole('link', { name: 'Connections' }).click()
  await page.getByText('No calendar is connected').waitFor()
  expect(await sidewaysScrollers(page)).toEqual([])
  await connect(page, account)
  expect(await sidewaysScrollers(page)).toEqual([])
})
