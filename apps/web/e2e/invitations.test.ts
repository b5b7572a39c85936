import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendInvitation } from './mail-rows.ts'
import { box, call, openWeek, panel, PHONE, query, sidewaysScrollers, TUESDAY, World } from './world.ts'

let world: World
let ana: Page
beforeAll(async () => {
  world = await World.start()
  ana = await world.signedUp()
})
afterAll(() => world.stop())

const TOM = { email: 'tom@partner.example' }

interface Event {
  id: string
  version: number
  title: string
  startsAt: string
  endsAt: string
  location: string | null
  recurrence: string | null
  participants: { email: string; status: string }[]
}

interface Invited {
  event: Event
  /** Where the link in Tom's mail leads. */
  path: string
}

/** Ana invites Tom. The time is free, so that all of these events can be at the same one. */
async function invite(details: object = {}): Promise<Invited> {
  const { event } = await call<{ event: Event }>(ana, 'events.create', {
    title: 'Kick-off',
    startsAt: `${TUESDAY}T10:00:00+02:00`,
    endsAt: `${TUESDAY}T11:30:00+02:00`,
    timeZone: 'Europe/Berlin',
    location: 'Room 4',
    showsAs: 'FREE',
    participants: [TOM],
    ...details,
  })
  const { path } = await sendInvitation(world, ana, event, TOM)
  return { event, path }
}

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await world.newPage(options)
  await page.goto(path)
  return page
}

/** Tom's answer as the organizer's app has it. */
async function answerOf({ event }: Invited): Promise<string | undefined> {
  const { event: now } = await query<{ event: Event }>(ana, 'events.get', { id: event.id })
  return now.participants.find(({ email }) => email === TOM.email)?.status
}

test('F7: a guest without an account reads the invitation, answers with the mouse and changes it; the organizer sees it', async () => {
  const invitation = await invite({ description: 'Bring your numbers.', meetingLink: 'https://meet.example/kick' })
  const guest = await open(invitation.path)
  await guest.getByRole('heading', { name: 'Kick-off' }).waitFor()
  for (const text of ['Ana Silva invites you', 'Tuesday, 10 June 2031, 10:00–11:30', 'Europe/Berlin', 'Room 4'])
    await guest.getByText(text).first().waitFor()
  await guest.getByText('Bring your numbers.').waitFor()
  await guest.getByRole('link', { name: 'https://meet.example/kick' }).waitFor()
  await guest.getByText('You have not answered yet.').waitFor()
  expect(await guest.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex')

  await guest.getByRole('button', { name: 'Yes' }).click()
  await guest.getByText('You answered Yes. Ana Silva can see it.').waitFor()
  await guest.reload()
  await guest.getByText('You answered Yes').waitFor()
  expect(await guest.getByRole('button', { name: 'Yes' }).getAttribute('aria-pressed')).toBe('true')

  await openWeek(ana)
  await box(ana, 'Kick-off').click()
  await panel(ana).getByText('Answers: 1 yes').waitFor()

  await guest.getByRole('button', { name: 'No' }).click()
  await guest.getByText('You answered No').waitFor()
  await ana.reload()
  await box(ana, 'Kick-off').click()
  await panel(ana).getByText('Answers: 1 no').waitFor()
  const tom = panel(ana).getByRole('listitem').filter({ hasText: TOM.email })
  await tom.getByText('Declined').waitFor()
  await tom.getByText('Invited by mail').waitFor()
})

test('F7: the button in the mail answers nothing by itself: it waits under the finger, and Enter confirms it', async () => {
  const invitation = await invite()
  const guest = await world.newPage()
  const asked: string[] = []
  guest.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`))
  await guest.goto(`${invitation.path}?answer=tentative`)
  const confirm = guest.getByRole('button', { name: 'Confirm: Maybe' })
  await confirm.waitFor()
  await expect.poll(() => confirm.evaluate((button) => button === document.activeElement)).toBe(true)
  expect(asked.filter((request) => request.startsWith('POST'))).toEqual([])
  expect(await answerOf(invitation)).toBe('pending')

  await guest.keyboard.press('Enter')
  await guest.getByText('You answered Maybe').waitFor()
  expect(await answerOf(invitation)).toBe('tentative')
  await expect.poll(() => new URL(guest.url()).search).toBe('')
  // The keyboard is where it was, and goes on to the next answer.
  await guest.keyboard.press('Tab')
  await guest.keyboard.press('Space')
  await guest.getByText('You answered No').waitFor()
  expect(await answerOf(invitation)).toBe('declined')

  await guest.goto(`${invitation.path}?answer=declined`)
  await guest.getByText('You answered No').waitFor()
  expect(await guest.getByText('Confirm').count()).toBe(0)
})

test('F7: times are those of the reader’s device, with its zone and the event’s', async () => {
  const { path } = await invite()
  const guest = await open(path, { timezoneId: 'America/New_York' })
  await guest.getByText('Tuesday, 10 June 2031, 04:00–05:30').waitFor()
  await guest.getByText('America/New York, the zone of this device').waitFor()
  await guest.getByText('Tuesday, 10 June 2031, 10:00–11:30 in Europe/Berlin').waitFor()
})

test('F7: an invitation to a series says how it repeats and is answered for all of it', async () => {
  const invitation = await invite({ recurrence: 'FREQ=WEEKLY;BYDAY=TU;COUNT=3' })
  const guest = await open(invitation.path)
  await guest.getByText('Next: Tuesday, 10 June 2031').waitFor()
  await guest.getByText(/Every Tuesday|Every week on Tuesday/).waitFor()
  await guest.getByText('This answer is for all occurrences.').waitFor()
  await guest.getByRole('button', { name: 'Yes' }).click()
  await guest.getByText('You answered Yes').waitFor()
  const range = { from: '2031-06-01T00:00:00Z', to: '2031-08-01T00:00:00Z' }
  const { events } = await query<{ events: Event[] }>(ana, 'events.list', range)
  const own = events.filter(({ recurrence }) => recurrence !== null)
  const answers = own.map(({ participants }) => participants.find(({ email }) => email === TOM.email)?.status)
  expect(answers).toEqual(['accepted', 'accepted', 'accepted'])
})

test('F7: what can not be answered any more says why, and offers no buttons', async () => {
  const cancelled = await invite()
  await call(ana, 'events.cancel', idOf(cancelled.event))
  const removed = await invite()
  await call(ana, 'events.update', { ...idOf(removed.event), participants: [] })
  const over = await invite()
  await call(ana, 'events.update', {
    ...idOf(over.event),
    startsAt: '2020-06-10T10:00:00Z',
    endsAt: '2020-06-10T11:00:00Z',
  })
  const guest = await world.newPage()
  for (const [path, text] of [
    [cancelled.path, 'This event has been cancelled'],
    [removed.path, 'You do not take part any more'],
    [over.path, 'This event is over'],
    [cancelled.path.slice(0, -4), 'This link leads to no invitation'],
    ['/invitations/nonsense', 'This link leads to no invitation'],
  ] as const) {
    await guest.goto(path)
    await guest.getByText(text).waitFor()
    expect(await guest.getByRole('button').count()).toBe(0)
  }
  // Where it takes place now is no longer their business.
  await guest.goto(removed.path)
  await guest.getByText('You do not take part any more').waitFor()
  expect(await guest.getByText('Room 4').count()).toBe(0)
})

function idOf({ id, version }: Event): { id: string; version: number } {
  return { id, version }
}

test('F7: an answer that does not arrive is said so, without the secret of the link; one that comes too late learns why', async () => {
  const invitation = await invite()
  const guest = await open(invitation.path)
  await guest.route('**/trpc/events.respond', (route) => route.abort(), { times: 1 })
  await guest.getByRole('button', { name: 'Yes' }).click()
  await guest.getByText('Your answer was not saved').waitFor()
  await guest.getByText('The server cannot be reached').waitFor()
  expect(await guest.locator('body').innerText()).not.toContain(invitation.path.split('.')[1])
  expect(await answerOf(invitation)).toBe('pending')

  await call(ana, 'events.cancel', idOf(invitation.event))
  await guest.getByRole('button', { name: 'Yes' }).click()
  await guest.getByText('This event has been cancelled').waitFor()
})

test('F7: an invitation with endless words fits 360 px', async () => {
  const { path } = await invite({
    recurrence: 'FREQ=WEEKLY;BYDAY=TU;COUNT=3',
    title: `An_exceedingly_long_title_${'that_never_breaks_'.repeat(5)}`,
    meetingLink: `https://meet.example/${'room'.repeat(30)}`,
  })
  const phone = await open(`${path}?answer=accepted`, PHONE)
  await phone.getByRole('button', { name: 'Confirm: Yes' }).waitFor()
  expect(await sidewaysScrollers(phone)).toEqual([])
})
