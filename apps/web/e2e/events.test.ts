import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { book, box, call, column, openCalendar, openWeek, panel, toast, TUESDAY, World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

test('B1, B2, B6: a meeting with every field and two guests stands in week, day and month and can be read again', async () => {
  const page = await world.signedUp()
  await page.getByRole('button', { name: 'New event' }).click()
  await page.getByLabel('Title').fill('Quarterly planning')
  await page.getByLabel('Start date').fill(TUESDAY)
  await page.getByLabel('Start time').fill('09:00')
  await page.getByLabel('End date').fill(TUESDAY)
  await page.getByLabel('End time').fill('10:30')
  await page.getByLabel('Participants').fill('tom@partner.example')
  await page.keyboard.press('Enter')
  await page.getByLabel('Participants').fill('Zoe@Partner.example')
  await page.getByRole('option', { name: 'Invite zoe@partner.example' }).click()
  await page.getByLabel('zoe@partner.example is optional').check()
  await page.getByLabel('Location').fill('Room 4')
  await page.getByLabel('Meeting link').fill('https://meet.example/q')
  await page.getByLabel('Description').fill('Agenda:\n1. Numbers')
  await page.getByLabel("Takes everyone's time").click()
  await page.getByRole('button', { name: 'Create event' }).click()
  await toast(page, '“Quarterly planning” created')

  await column(page, TUESDAY).getByText('Quarterly planning').waitFor()
  expect(await box(page, 'Quarterly planning').textContent()).toContain('09:00–10:30')
  await page.getByText('Day', { exact: true }).click()
  await page.locator('.is-day-view').getByText('Quarterly planning').waitFor()
  await page.getByText('Month', { exact: true }).click()
  await page.locator('.is-month-grid-view').getByText('Quarterly planning').click()

  const details = panel(page)
  await details.getByText('Tuesday, 10 June 2031, 09:00–10:30').waitFor()
  await details.getByText('Shown as free').waitFor()
  await details.getByText('Room 4').waitFor()
  await details.getByRole('link', { name: 'https://meet.example/q' }).waitFor()
  await details.getByText('1. Numbers').waitFor()
  const people = await details.getByRole('listitem').allInnerTexts()
  expect(people).toHaveLength(3)
  expect(people.find((text) => text.includes('Ana Silva'))).toMatch(/you, organizer\s+Accepted/i)
  expect(people.find((text) => text.includes('zoe@'))).toMatch(/optional\s+No answer yet/i)
})

test('B1: editing changes title and times; the other fields stay', async () => {
  const page = await world.signedUp()
  await book(page, { title: 'Draft', from: '14:00', to: '15:00', participants: [{ email: 'tom@partner.example' }] })
  await openWeek(page)
  await box(page, 'Draft').click()
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByLabel('Title').fill('Final')
  await page.getByLabel('Start time').fill('16:00')
  expect(await page.getByLabel('End time').inputValue()).toBe('17:00')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await toast(page, '“Final” saved')
  expect(await box(page, 'Final').textContent()).toContain('16:00–17:00')
  await box(page, 'Final').click()
  await panel(page).getByText('tom@partner.example').waitFor()
})

test('B2: an all-day event stands in the row above the hours and lasts through its last day', async () => {
  const page = await world.signedUp()
  await page.locator(`[data-date-grid-date="${TUESDAY}"]`).click()
  await page.getByLabel('Title').fill('Offsite')
  expect(await page.getByRole('switch', { name: 'All day' }).isChecked()).toBe(true)
  await page.getByLabel('End date').fill('2031-06-12')
  await page.getByRole('button', { name: 'Create event' }).click()
  await toast(page, 'created')
  await page
    .locator('.sx__date-grid')
    .getByRole('button', { name: /^Offsite , .*, Scheduled$/ })
    .click()
  await panel(page)
    .getByText(/10\s–\s12 June 2031/)
    .waitFor()
})

test('B3: every wrong field is named in words and what was typed stays; the server is not asked', async () => {
  const page = await world.signedUp()
  await page.keyboard.press('c')
  await page.getByLabel('End date').fill('2020-01-01')
  await page.getByLabel('Meeting link').fill('room four')
  await page.getByLabel('Participants').fill('somebody')
  await page.getByRole('button', { name: 'Create event' }).click()
  await page.getByText('Expected 1 to 200 characters.').waitFor()
  await page.getByText('Expected an end after the start.').waitFor()
  await problemOf(page, 'Meeting link').waitFor()
  await page.getByText('Choose a person from the list, or type a whole e-mail address.').waitFor()
  expect(await page.getByLabel('Meeting link').inputValue()).toBe('room four')

  await page.getByLabel('Start date').fill('')
  await page.getByText('Choose the start date and time.').waitFor()
})

test('B3: a failure of the server keeps the form; the second attempt makes one event', async () => {
  const page = await world.signedUp()
  await page.keyboard.press('c')
  await page.getByLabel('Title').fill('Once only')
  // The first answer is lost on its way back: the event exists, and the form cannot know.
  await page.route(
    '**/trpc/events.create',
    async (route) => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
  await page.getByRole('button', { name: 'Create event' }).click()
  await page.getByText('The server cannot be reached.').waitFor()
  await page.getByText('What you typed is still here.').waitFor()
  expect(await page.getByLabel('Title').inputValue()).toBe('Once only')
  await page
    .getByRole('button', { name: 'Save as a conflict' })
    .or(page.getByRole('button', { name: 'Create event' }))
    .click()
  await toast(page, '“Once only”')
  await panel(page).waitFor({ state: 'detached' })
  await openWeek(page)
  await box(page, 'Once only').waitFor()
  expect(await box(page, 'Once only').count()).toBe(1)
})

test('B1: closing a form with something in it asks first', async () => {
  const page = await world.signedUp()
  await page.keyboard.press('c')
  await page.getByLabel('Title').fill('Not yet')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Keep editing' }).click()
  expect(await page.getByLabel('Title').inputValue()).toBe('Not yet')
  await page.keyboard.press('Escape')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click()
  await panel(page).waitFor({ state: 'detached' })
})

test('B1: cancelling takes the event out, and Undo brings it back', async () => {
  const page = await world.signedUp()
  await book(page, { title: 'Lunch', from: '12:00', to: '13:00' })
  await openWeek(page)
  await box(page, 'Lunch').click()
  await page.getByRole('button', { name: 'Cancel event' }).click()
  const message = await toast(page, '“Lunch” cancelled')
  await box(page, 'Lunch').waitFor({ state: 'detached' })
  await message.getByRole('button', { name: 'Undo' }).click()
  await toast(page, '“Lunch” is back in the calendar')
  await box(page, 'Lunch').waitFor()
})

test('B1: deleting asks first and is for good', async () => {
  const page = await world.signedUp()
  await book(page, { title: 'Mistake', from: '12:00', to: '13:00' })
  await openWeek(page)
  await box(page, 'Mistake').click()
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'Keep it' }).click()
  await panel(page).getByText('Tuesday, 10 June').waitFor()
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'Delete event' }).click()
  await toast(page, '“Mistake” deleted')
  await box(page, 'Mistake').waitFor({ state: 'detached' })
})

test('B1: of two edits of one version the second is told, keeps its text and decides', async () => {
  const page = await world.signedUp()
  await book(page, { title: 'Shared', from: '12:00', to: '13:00' })
  await openWeek(page)
  await box(page, 'Shared').click()
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByLabel('Title').fill('Mine')

  const other = await page.context().newPage()
  await openWeek(other)
  await box(other, 'Shared').click()
  await other.getByRole('button', { name: 'Edit' }).click()
  await other.getByLabel('Title').fill('Theirs')
  await other.getByRole('button', { name: 'Save changes' }).click()
  await toast(other, '“Theirs” saved')

  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByText('Somebody else changed this event').waitFor()
  expect(await page.getByLabel('Title').inputValue()).toBe('Mine')
  await page.getByRole('button', { name: 'Show the latest' }).click()
  await expect.poll(() => page.getByLabel('Title').inputValue()).toBe('Theirs')
  await page.getByLabel('Title').fill('Agreed')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await toast(page, '“Agreed” saved')
})

test('B1: a broken list says so and can be asked for again', async () => {
  const page = await world.signedUp()
  const refusal = { message: 'Not today.', code: -32600, data: { code: 'BAD_REQUEST', httpStatus: 400 } }
  await page.route('**/trpc/events.list*', (route) => route.fulfill({ status: 400, json: { error: refusal } }))
  await page.goto('/calendar?view=week&date=2031-06-17')
  await page.getByText('Your events could not be loaded').waitFor()
  await page.getByText('Not today.').waitFor()
  await page.unroute('**/trpc/events.list*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('Nothing scheduled this week').waitFor()
})

test('H2: somebody who may not change an event is not offered to', async () => {
  const page = await world.signedUp()
  await book(page, {
    title: 'Board',
    from: '12:00',
    to: '13:00',
    participants: [{ email: 'guest@lighthouse.example' }],
  })
  await world.server.execute(
    `insert into users select (jsonb_populate_record(u, jsonb_build_object('id', gen_random_uuid(), 'email', 'guest@lighthouse.example', 'role', 'CLIENT', 'name', 'Guest'))).* from users u where email = (select email from users order by created_at desc limit 1)`,
  )
  await call(page, 'auth.signIn', { email: 'guest@lighthouse.example', password: 'a long enough password' })
  await openCalendar(page, 'week')
  await box(page, 'Board').click()
  await panel(page).getByText('Tuesday, 10 June').waitFor()
  expect(await page.getByRole('button', { name: 'Edit' }).count()).toBe(0)
  expect(await page.getByRole('button', { name: 'Delete' }).count()).toBe(0)
})

/** What is wrong with a field, in words, below it. */
function problemOf(page: Page, label: string): Locator {
  return page
    .locator('div', { has: page.getByLabel(label) })
    .getByRole('alert')
    .last()
}
