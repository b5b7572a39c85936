import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openWeek, World } from './world.ts'

/** A page, what it has to ask the server, and what it says until the answer is there, and when none comes. */
interface Wait {
  path: string
  procedure: string
  loading: string
  failed: string
}

const WAITS: Wait[] = [
  wait('/calendar', 'events.list', 'Loading the calendar', 'Your events could not be loaded'),
  wait('/calendar/suggest', 'scheduling.suggest', 'Searching', 'The search failed'),
  wait('/team', 'scheduling.team', 'Loading the team', 'The team could not be loaded'),
  wait('/search?text=planning', 'events.search', 'Searching', 'The search did not work'),
  wait('/calendar/availability', 'availability.get', 'Loading the hours', 'The hours could not be loaded'),
  wait('/calendar/connections', 'connections.list', 'Loading the connections', 'Your connections could not be loaded'),
  wait('/settings?section=reminders', 'reminders.settings', 'Loading your', 'could not be loaded'),
  wait('/settings?section=security', 'sessions.list', 'Loading your sessions', 'Your sessions could not be loaded'),
  wait('/settings?section=tokens', 'tokens.list', 'Loading your API tokens', 'Your API tokens could not be loaded'),
  wait('/outbox', 'mails.outbox', 'Loading the outbox', 'The outbox could not be loaded'),
  wait('/activity', 'activity.list', 'Loading the activity log', 'The activity log could not be loaded'),
  wait('/members', 'members.list', 'Loading the members', 'The members could not be loaded'),
  wait('/invitations/a-token', 'events.invitation', 'Loading the invitation', 'The invitation could not be loaded'),
  wait('/join/a-token', 'members.invitation', 'Loading the invitation', 'The invitation could not be loaded'),
]
/** They lead on, or ask nothing before they are seen. */
const WITHOUT_WAIT = new Set(['/', '/sign-in', '/sign-up', '/design'])

const ROUTES = [
  ...readFileSync(join(import.meta.dirname, '../src/app/router.tsx'), 'utf8').matchAll(/\bpath: '([^']+)'/g),
].map(([, path = '']) => path)

/** Those that a person who is at the calendar goes to, whose code is then not there yet. */
const NEXT_PAGES = ROUTES.filter((path) => !WITHOUT_WAIT.has(path) && !path.includes('$') && path !== '/calendar')

function wait(path: string, procedure: string, loading: string, failed: string): Wait {
  return { path, procedure, loading, failed }
}

let world: World
let page: Page
beforeAll(async () => {
  world = await World.start()
  page = await world.newcomer()
})
afterEach(() => page.unrouteAll())
afterAll(() => world.stop())

/** Follows a link within the app. */
async function follow(path: string): Promise<void> {
  await page.evaluate((path) => {
    history.pushState({}, '', path)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)
}

/** Has the code of the app wait on its way until the answer is called. */
async function holdCode(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route('**/assets/*.js', async (route) => {
    await promise
    await route.continue()
  })
  return resolve
}

test('every page of the router is looked at, or has nothing to wait for', () => {
  const looked = WAITS.map(({ path }) => path.replace(/\?.*/, '').replace('a-token', '$token'))
  expect(ROUTES.filter((route) => !looked.includes(route) && !WITHOUT_WAIT.has(route))).toEqual([])
})

test.each(WAITS)(
  '$path shows its shape until $procedure answers, says so when it fails, and tries again',
  async ({ path, procedure, loading, failed }) => {
    const held: Route[] = []
    let isDown = false
    await page.route(
      (url) => url.pathname === `/trpc/${procedure}`,
      (route) => (isDown ? route.abort() : void held.push(route)),
    )
    await page.goto(path)
    const status = page.getByRole('status', { name: loading }).first()
    await status.waitFor()

    isDown = true
    await Promise.all(held.map((route) => route.abort()))
    await page.getByText(failed).first().waitFor()
    await status.waitFor({ state: 'hidden' })

    // While it is still down: else the page may have asked by itself, and there is nothing to press any more.
    const asked = page.waitForRequest((request) => request.url().includes(procedure))
    await page.getByRole('button', { name: 'Try again' }).first().click()
    await asked
  },
)

test('a page whose code is on its way shows its shape', async () => {
  await openWeek(page)
  for (const path of NEXT_PAGES) {
    const arrive = await holdCode(page)
    await follow(path)
    await page.getByRole('status', { name: 'Loading the page' }).waitFor()
    arrive()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.unrouteAll()
  }
})

test('before the app itself has arrived, the page says that it is on its way', async () => {
  const page = await world.newPage()
  const arrive = await holdCode(page)
  await page.goto('/sign-in', { waitUntil: 'commit' })
  await page.getByRole('status', { name: 'Loading AstralisOps' }).waitFor()
  arrive()
  await page.getByLabel('E-mail').waitFor()
  expect(await page.getByRole('status', { name: 'Loading AstralisOps' }).count()).toBe(0)
})
