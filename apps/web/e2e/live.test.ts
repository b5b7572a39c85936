import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { carry, lift } from './dragging.ts'
import { connect, GoogleWorld } from './google-world.ts'
import { book, box, call, hire, openWeek, panel, query, toast } from './world.ts'

let world: GoogleWorld
beforeAll(async () => {
  world = await GoogleWorld.start()
})
afterAll(() => world.stop())

const PASSWORD = 'a long enough password'
const ROUNDS = 7
const HOUR_MS = 3_600_000
/** A change at Google travels by a notification, a job and a call first. */
const BY_SYNC = { timeout: 30_000 }

/** A page at the week that has begun to listen. */
async function lookOn(page: Page): Promise<void> {
  const listening = page.waitForResponse(/live\.changes/)
  await openWeek(page)
  await listening
}

/** Somebody at their page, and a colleague who makes changes elsewhere. */
async function twoPeople() {
  const ana = await world.world.signedUp()
  const email = await hire(world.world, ana, { name: 'Bea Braun', timeZone: 'Europe/Berlin', role: 'ADMIN' })
  const bea = await world.world.newPage()
  await call(bea, 'auth.signIn', { email, password: PASSWORD })
  const { user } = await query<{ user: { email: string } }>(ana, 'auth.me')
  await lookOn(ana)
  /** Books an hour with Ana. */
  const bookFor = (title: string, from: string, to: string) =>
    book(bea, { title, from, to, participants: [{ email: user.email }] })
  /** Books an hour with Bea. */
  const bookWithBea = (title: string, from: string, to: string) =>
    book(ana, { title, from, to, participants: [{ email }] })
  return { ana, bea, bookFor, bookWithBea }
}

interface Found {
  id: string
  version: number
  title: string
}

async function find(page: Page, title: string): Promise<Found> {
  const range = { from: '2031-06-01T00:00:00Z', to: '2031-07-01T00:00:00Z' }
  const { events } = await query<{ events: Found[] }>(page, 'events.list', range)
  const found = events.find((event) => event.title === title)
  if (!found) throw new Error(`There is no event “${title}”.`)
  return found
}

/** Changes an event, as its page would elsewhere. */
async function change(page: Page, title: string, fields: object): Promise<void> {
  const { id, version } = await find(page, title)
  await call(page, 'events.update', { id, version, ...fields })
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Infinity

/** Marks the page, so that a reload would be noticed. */
const mark = (page: Page) => page.evaluate(() => document.documentElement.setAttribute('data-kept', ''))
const isKept = (page: Page) => page.evaluate(() => document.documentElement.hasAttribute('data-kept'))

/** As the browser does when another tab is in front. */
async function setHidden(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => value })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  }, state)
}

async function openStreams(): Promise<number> {
  const metrics = await (await fetch(`${world.world.server.url}/metrics`)).text()
  return Number(/^live_streams_open (\d+)$/m.exec(metrics)?.[1])
}

test('web.md 11: side by side, each sees the other’s changes within a second, and keeps the focus', async () => {
  const { ana, bea, bookFor, bookWithBea } = await twoPeople()
  await lookOn(bea)
  await book(ana, { title: 'In focus', date: '2031-06-12', from: '08:00', to: '09:00' })
  await box(ana, 'In focus').focus()
  const took: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const [bookThere, page] = round % 2 ? [bookWithBea, bea] : [bookFor, ana]
    const title = `Round ${round}`
    const hour = String(9 + round).padStart(2, '0')
    await bookThere(title, `${hour}:00`, `${hour}:45`)
    const committedAt = performance.now()
    await box(page, title).waitFor()
    took.push(performance.now() - committedAt)
  }
  console.log(
    'Seen by the other after milliseconds:',
    took.map(Math.round).join(', '),
    'median',
    Math.round(median(took)),
  )
  expect(median(took)).toBeLessThan(1000)
  expect(await box(ana, 'In focus').evaluate((element) => element.contains(document.activeElement))).toBe(true)
})

test('web.md 11: an open event says what others make of it; a form keeps what is typed, and saving tells of it', async () => {
  const { ana, bea, bookFor } = await twoPeople()
  await bookFor('Budget', '09:00', '10:00')
  await box(ana, 'Budget').click()
  await change(bea, 'Budget', { title: 'Budget, second draft' })
  await panel(ana).getByRole('heading', { name: 'Budget, second draft' }).waitFor()

  await panel(ana).getByRole('button', { name: 'Edit' }).click()
  await panel(ana).getByLabel('Title').fill('Budget, mine')
  await change(bea, 'Budget, second draft', { title: 'Budget, theirs', location: 'Harbour' })
  await bookFor('Seen behind the form', '11:00', '12:00')
  await box(ana, 'Seen behind the form').waitFor()
  expect(await panel(ana).getByLabel('Title').inputValue()).toBe('Budget, mine')
  await panel(ana).getByRole('button', { name: 'Save changes' }).click()
  await panel(ana).getByText('Somebody else changed this event').waitFor()
  expect(await panel(ana).getByLabel('Title').inputValue()).toBe('Budget, mine')
})

test('web.md 11: nothing moves under a pressed pointer', async () => {
  const { ana, bookFor } = await twoPeople()
  await bookFor('Carried', '09:00', '10:00')
  await box(ana, 'Carried').waitFor()
  const held = await lift(ana, 'Carried')
  await bookFor('Meanwhile', '14:00', '15:00')
  await carry(ana, held, { hours: 2 })
  await ana.mouse.up()
  await toast(ana, '“Carried” moved')
  await box(ana, 'Meanwhile').waitFor()
  await expect.poll(() => box(ana, 'Carried').textContent()).toContain('11:00–12:00')
})

test('web.md 11: a page outlives a restart of the server, and catches up', async () => {
  const { ana, bookFor } = await twoPeople()
  await bookFor('Before', '09:00', '10:00')
  await box(ana, 'Before').waitFor()
  await mark(ana)
  // Another server of the same installation goes on working.
  await world.world.server.restart(() =>
    world.world.server.execute(`update events set title = 'Meanwhile', version = version + 1 where title = 'Before'`),
  )
  await box(ana, 'Meanwhile').waitFor()
  await bookFor('After', '11:00', '12:00')
  await box(ana, 'After').waitFor()
  expect(await isKept(ana)).toBe(true)
})

test('web.md 10: offline and back, the banner goes by itself and the page catches up', async () => {
  const { ana, bookFor } = await twoPeople()
  await mark(ana)
  await ana.context().setOffline(true)
  await ana.getByText('You are offline').waitFor()
  await bookFor('While you were away', '09:00', '10:00')
  expect(await box(ana, 'While you were away').count()).toBe(0)
  await ana.context().setOffline(false)
  await ana.getByText('You are offline').waitFor({ state: 'detached' })
  await box(ana, 'While you were away').waitFor()
  expect(await isKept(ana)).toBe(true)
})

test('web.md 11: a page that nobody sees lets its stream go, and is told on coming back what it missed', async () => {
  const before = await openStreams()
  const { ana, bookFor } = await twoPeople()
  expect(await openStreams()).toBe(before + 1)
  await setHidden(ana, 'hidden')
  await expect.poll(openStreams).toBe(before)
  await bookFor('Unseen', '09:00', '10:00')
  await setHidden(ana, 'visible')
  await box(ana, 'Unseen').waitFor()
  expect(await openStreams()).toBe(before + 1)
})

test('G1: what changes at Google appears by itself', async () => {
  const { page, account } = await world.person()
  const id = world.insert(account, 'Dentist', '10:00', '11:00')
  await connect(page, account)
  await lookOn(page)
  await box(page, 'Dentist').waitFor()
  world.google.control.move(account, id, 2 * HOUR_MS)
  await box(page, 'Dentist').filter({ hasText: '12:00–13:00' }).waitFor(BY_SYNC)
})

test('H1: who is signed out elsewhere is led to the sign-in, and whoever’s role changes sees it', async () => {
  const { ana, bea } = await twoPeople()
  const { user } = await query<{ user: { id: string } }>(ana, 'auth.me')
  await ana.goto('/members')
  await ana.getByRole('button', { name: 'Invite' }).first().waitFor()
  await call(bea, 'members.update', { id: user.id, role: 'CLIENT' })
  await ana.getByRole('button', { name: 'Invite' }).first().waitFor({ state: 'detached' })
})
