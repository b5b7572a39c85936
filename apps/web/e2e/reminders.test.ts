import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setMail } from './mail-rows.ts'
import { book, box, call, hire, openWeek, panel, query, toast, World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

const TOM = 'tom@partner.example'
const ZOE = 'zoe@partner.example'
const REFUSED = '550 5.1.1 There is no such mailbox.'

interface Planned {
  id: string
  recipientEmail: string
  offsetMinutes: number
  status: string
}

async function openSettings(page: Page): Promise<void> {
  await page.goto('/settings?section=reminders')
  await page.getByRole('region', { name: 'Reminders' }).waitFor()
}

async function settings(page: Page): Promise<number[]> {
  const { offsetsMinutes } = await query<{ offsetsMinutes: number[] }>(page, 'reminders.settings')
  return offsetsMinutes
}

async function eventId(page: Page, title: string): Promise<string> {
  const range = { from: '2031-06-01T00:00:00Z', to: '2031-07-01T00:00:00Z' }
  const { events } = await query<{ events: { id: string; title: string }[] }>(page, 'events.list', range)
  const id = events.find((event) => event.title === title)?.id
  if (!id) throw new Error(`There is no “${title}”.`)
  return id
}

async function openEvent(page: Page, title: string): Promise<void> {
  await openWeek(page)
  await box(page, title).click()
  await panel(page)
    .getByText(/^(Reminders|No reminders)/)
    .first()
    .waitFor()
}

/** A meeting with two guests, whose mails have come as far as `failed` says. */
async function bookWithFailures(page: Page, title: string): Promise<string> {
  await book(page, { title, from: '10:00', to: '11:00', participants: [{ email: TOM }, { email: ZOE }] })
  const id = await eventId(page, title)
  const { reminders } = await query<{ reminders: Planned[] }>(page, 'reminders.list', { eventId: id })
  const { mails } = await query<{ mails: Planned[] }>(page, 'mails.list', { eventId: id })
  const dayBefore = reminders.filter(({ offsetMinutes }) => offsetMinutes === 1440)
  for (const list of [dayBefore, mails])
    for (const { id, recipientEmail } of list) {
      if (recipientEmail === TOM) await setMail(world, id, { status: 'FAILED', error: REFUSED })
      if (recipientEmail === ZOE) await setMail(world, id, { status: 'UNKNOWN', error: 'The connection broke.' })
    }
  return id
}

test('F2: lead times are added, changed and removed; twice the same is refused at once; what was saved is there after a reload', async () => {
  const page = await world.signedUp()
  await page.getByRole('button', { name: /account and theme/ }).click()
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('link', { name: 'Reminders' }).click()
  await page.getByText('You are reminded 1 day and 1 hour before. Of whole days').waitFor()

  await page.getByRole('button', { name: 'Add a reminder' }).click()
  expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Length of reminder 3')
  await page.getByLabel('Length of reminder 3').fill('24')
  await page.getByLabel('Unit of reminder 3').selectOption('hours')
  await page.getByText('There is a reminder at this time already.').waitFor()
  await page.getByRole('button', { name: 'Save reminders' }).click()
  expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Length of reminder 3')
  expect(await settings(page)).toEqual([1440, 60])

  await page.getByLabel('Length of reminder 3').fill('9')
  await page.getByLabel('Unit of reminder 3').selectOption('weeks')
  await page.getByText('Expected whole minutes from 0 to 40320').waitFor()
  await page.getByLabel('Length of reminder 3').fill('2')
  await page.getByRole('button', { name: 'Remove reminder 2' }).click()
  await page.getByText('Not saved yet').waitFor()
  await page.getByRole('button', { name: 'Save reminders' }).click()
  await toast(page, 'Reminders saved')
  await page.getByText('Everything is saved').waitFor()
  expect(await settings(page)).toEqual([20_160, 1440])
  await page.reload()
  await page.getByText('You are reminded 2 weeks and 1 day before.').waitFor()

  for (let count = 3; count <= 5; count++) await page.getByRole('button', { name: 'Add a reminder' }).click()
  await page.getByText('More than 5 would be too many.').waitFor()
  for (let count = 5; count >= 1; count--) await page.getByRole('button', { name: 'Remove reminder 1' }).click()
  await page.getByText('You get no reminders.').waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Remove reminder 1' }).click()
  await page.getByRole('button', { name: 'Save reminders' }).click()
  await toast(page, 'Reminders saved')
  expect(await settings(page)).toEqual([])
})

test('F2: leaving with unsaved reminders asks first, and what could not be saved stays', async () => {
  const page = await world.signedUp()
  await openSettings(page)
  await page.getByLabel('Length of reminder 1').fill('3')
  await page.route('**/trpc/reminders.setSettings', (route) => route.abort(), { times: 1 })
  await page.getByRole('button', { name: 'Save reminders' }).click()
  await page.getByText('What you changed is still here.').waitFor()
  await page.getByRole('link', { name: 'Calendar', exact: true }).click()
  await page.getByRole('button', { name: 'Keep editing' }).click()
  expect(await page.getByLabel('Length of reminder 1').inputValue()).toBe('3')
  await page.getByRole('link', { name: 'Calendar', exact: true }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click()
  await page.waitForURL((address) => address.pathname === '/calendar')
  expect(await settings(page)).toEqual([1440, 60])
})

test('F2: an event has everyone’s own reminders, or its own, and can go back', async () => {
  const page = await world.signedUp()
  await page.keyboard.press('c')
  await page.getByLabel('Title').fill('Kick-off')
  await page.getByText('Each as they have set it for themselves; guests 1 day and 1 hour before.').waitFor()
  await page.getByText('For this event').click()
  await page.getByRole('button', { name: 'Remove reminder 1' }).click()
  await page.getByLabel('Unit of reminder 1').selectOption('days')
  await page.getByRole('button', { name: 'Add a reminder' }).click()
  await page.getByLabel('Length of reminder 2').fill('24')
  await page.getByRole('button', { name: 'Create event' }).click()
  await page.getByText('There is a reminder at this time already.').waitFor()
  await page.getByLabel('Length of reminder 2').fill('2')
  await page.getByRole('button', { name: 'Create event' }).click()
  await toast(page, '“Kick-off” created')

  await openEvent(page, 'Kick-off')
  await panel(page).getByText('Reminders 1 day and 2 hours before').waitFor()
  await panel(page).getByText('2 to come').first().waitFor()
  await page.getByRole('button', { name: 'Edit' }).click()
  expect(await page.getByLabel('Length of reminder 2').inputValue()).toBe('2')
  await page.getByText('Everyone’s own').click()
  await page.getByRole('button', { name: 'Save changes' }).click()
  await toast(page, '“Kick-off” saved')
  await openEvent(page, 'Kick-off')
  await panel(page).getByText('Reminders 1 day and 1 hour before').waitFor()
})

test('F2: an event can have no reminders at all', async () => {
  const page = await world.signedUp()
  await book(page, { title: 'Kick-off', from: '10:00', to: '11:00' })
  await openEvent(page, 'Kick-off')
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByText('For this event').click()
  for (const _ of [1, 2]) await page.getByRole('button', { name: 'Remove reminder 1' }).click()
  await page.getByText('Nobody is reminded.').waitFor()
  await page.getByRole('button', { name: 'Save changes' }).click()
  await toast(page, '“Kick-off” saved')
  await openEvent(page, 'Kick-off')
  await panel(page).getByText('No reminders').waitFor()
})

test('F5: the event says in a line how its reminders fare, and each one on demand; what failed is sent again', async () => {
  const page = await world.signedUp()
  const id = await bookWithFailures(page, 'Kick-off')
  await openEvent(page, 'Kick-off')
  const details = panel(page)
  await details.getByText('4 to come, 1 failed, 1 in doubt').waitFor()
  expect(await details.getByText('1 hour before', { exact: true }).isVisible()).toBe(false)
  await details.getByText('Reminders 1 day and 1 hour before').click()
  await details.getByText('Mon 9 Jun, 10:00').waitFor()
  const dayBefore = details.getByRole('listitem').filter({ hasText: 'Mon 9 Jun, 10:00' })
  await dayBefore.getByText(REFUSED).waitFor()

  await dayBefore.getByRole('button', { name: `Send again to ${TOM}` }).click()
  await toast(page, `It is sent to ${TOM} again`)
  await details.getByText('5 to come, 1 in doubt').waitFor()
  await dayBefore.getByRole('button', { name: `Send again to ${ZOE}` }).click()
  const question = page.getByRole('alertdialog')
  await question.getByText('If it did, the same mail arrives twice.').waitFor()
  await question.getByRole('button', { name: 'Leave it' }).click()
  await dayBefore.getByRole('button', { name: `Send again to ${ZOE}` }).click()
  await question.getByRole('button', { name: 'Send again' }).click()
  await details.getByText('6 to come').waitFor()
  const { reminders } = await query<{ reminders: Planned[] }>(page, 'reminders.list', { eventId: id })
  expect(new Set(reminders.map(({ status }) => status))).toEqual(new Set(['PENDING']))
})

test('F5: each participant’s invitation says how far it has come; a CLIENT who only takes part sends none again', async () => {
  const page = await world.signedUp()
  const lena = await hire(world, page, { name: 'Lena Moss', timeZone: 'Europe/Berlin', role: 'CLIENT' })
  await bookWithFailures(page, 'Kick-off')
  await call(page, 'events.update', {
    id: await eventId(page, 'Kick-off'),
    version: 1,
    participants: [{ email: TOM }, { email: ZOE }, { email: lena }],
  })
  await openEvent(page, 'Kick-off')
  const row = (email: string) => panel(page).getByRole('listitem').filter({ hasText: email })
  await row('Lena').getByText('The invitation is on its way').waitFor()
  await row(TOM).getByText(`The invitation could not be sent: ${REFUSED}`).waitFor()
  await row(ZOE).getByText('The invitation may not have arrived').waitFor()
  await row(TOM).getByRole('button', { name: 'Send again' }).click()
  await row(TOM).getByText('The invitation is on its way').waitFor()

  await call(page, 'auth.signIn', { email: lena, password: 'a long enough password' })
  await openEvent(page, 'Kick-off')
  await row(ZOE).getByText('The invitation may not have arrived').waitFor()
  expect(await panel(page).getByRole('button', { name: 'Send again' }).count()).toBe(0)
})

test('F5: reminders that can not be loaded say so and can be asked for again', async () => {
  const page = await world.signedUp()
  await book(page, { title: 'Kick-off', from: '10:00', to: '11:00' })
  await page.route('**/trpc/reminders.list*', (route) => route.abort(), { times: 3 })
  await openWeek(page)
  await box(page, 'Kick-off').click()
  await panel(page).getByText('The reminders could not be loaded.').waitFor()
  await panel(page).getByRole('button', { name: 'Try again' }).click()
  await panel(page).getByText('Reminders 1 day and 1 hour before').waitFor()
})
