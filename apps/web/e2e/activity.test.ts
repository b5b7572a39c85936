import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCsv } from '../../../packages/core/src/activity/testing/read-csv.ts'
import { book, call, hire, query, TUESDAY, toast, World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

interface Booked {
  id: string
  version: number
}

async function create(page: Page, title: string, from = '10:00', to = '11:00'): Promise<Booked> {
  const startsAt = `${TUESDAY}T${from}:00+02:00`
  const endsAt = `${TUESDAY}T${to}:00+02:00`
  const { event } = await call<{ event: Booked }>(page, 'events.create', { title, startsAt, endsAt, participants: [] })
  return event
}

/** A meeting that was booked, moved, described and cancelled, and what a colleague did. */
async function withHistory(page: Page): Promise<void> {
  const { id, version } = await create(page, 'Planning')
  const moved = { startsAt: `${TUESDAY}T14:00:00+02:00`, endsAt: `${TUESDAY}T15:00:00+02:00` }
  await call(page, 'events.update', { id, version, ...moved })
  await call(page, 'events.update', { id, version: version + 1, location: 'Studio 2', description: 'Bring the plans' })
  await call(page, 'events.cancel', { id, version: version + 2 })
  await call(page, 'reminders.setSettings', { offsetsMinutes: [60] })
  const email = await hire(world, page, { name: 'Ben Okafor', timeZone: 'Europe/Berlin', role: 'OPERATOR' })
  const ben = await world.newPage()
  await call(ben, 'auth.signIn', { email, password: 'a long enough password' })
  await book(ben, { title: 'Design review', from: '09:00', to: '10:00' })
  await ben.context().close()
}

/** So many entries of long ago that there are several pages of them. */
async function withOldEntries(page: Page, count: number): Promise<void> {
  const { user } = await query<{ user: { id: string; organization: { id: string } } }>(page, 'auth.me')
  await world.server.execute(`
    insert into activity (org_id, id, at, actor_id, origin, action, entity, entity_id, after)
    select '${user.organization.id}', gen_random_uuid(), timestamptz '2025-01-01' + n * interval '1 hour', '${user.id}',
      'api 203.0.113.7', 'token.created', 'token', gen_random_uuid(), jsonb_build_object('name', 'Tool ' || n)
    from generate_series(1, ${count}) as n`)
}

const entries = (page: Page) => page.getByRole('main').locator('details')

/** Waits until there are so many entries. */
async function shown(page: Page, count: number): Promise<void> {
  await expect.poll(() => entries(page).count(), { timeout: 10_000 }).toBe(count)
}

async function openActivity(page: Page, search = ''): Promise<void> {
  await page.goto(`/activity${search}`)
  await entries(page).first().waitFor()
}

test('B7: the menu leads to the log, which says who did what, and what was before', async () => {
  const page = await world.signedUp()
  await withHistory(page)
  await page.getByRole('button', { name: /account and theme/ }).click()
  await page.getByRole('link', { name: 'Activity' }).click()
  const today = page.getByRole('region', { name: 'Today' })
  await today.waitFor()
  const told = (await entries(page).locator('summary').allInnerTexts()).map((text) => text.split('\n', 1)[0])
  expect(told).toEqual([
    'Ben Okafor booked Design review',
    'Ben Okafor signed in',
    'Ana Silva changed their own reminders',
    'Ana Silva cancelled Planning',
    'Ana Silva changed Planning',
    'Ana Silva moved Planning',
    'Ana Silva booked Planning',
    'Ana Silva founded Lighthouse Ltd',
  ])
  const moved = entries(page).filter({ hasText: 'moved Planning' })
  await moved.locator('summary').click()
  const row = moved.getByRole('row', { name: /Starts/ })
  await row.getByText('10 Jun 2031, 10:00').waitFor()
  await row.getByText('10 Jun 2031, 14:00').waitFor()
  expect(await moved.getByRole('row').count()).toBe(3)

  await moved.getByRole('link', { name: 'All entries about this' }).click()
  await shown(page, 4)
})

test('B7: the filter stays in the address, and says so where nothing fits', async () => {
  const page = await world.signedUp()
  await withHistory(page)
  await openActivity(page)
  await page.getByLabel('Kind').selectOption('Events')
  await page.getByLabel('Person').selectOption('Ben Okafor')
  await shown(page, 1)
  await page.reload()
  await shown(page, 1)
  expect(await page.getByLabel('Kind').inputValue()).toBe('event')
  await page.getByLabel('From', { exact: true }).fill('2020-01-01')
  await page.getByLabel('To', { exact: true }).fill('2020-12-31')
  await page.getByText('Nothing like that').waitFor()
  await page.getByRole('button', { name: 'Show everything' }).click()
  await shown(page, 8)
  expect(new URL(page.url()).search).toBe('')
})

test('B7: older entries come when they are asked for, and the export holds them all', async () => {
  const page = await world.signedUp()
  await withOldEntries(page, 220)
  await openActivity(page)
  expect(await entries(page).count()).toBe(100)
  await page.getByRole('button', { name: 'Show older' }).click()
  await entries(page).nth(199).waitFor()
  await page.getByRole('button', { name: 'Show older' }).click()
  await entries(page).nth(220).waitFor()
  await page.getByRole('button', { name: 'Show older' }).waitFor({ state: 'detached' })

  const [table] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export CSV' }).click(),
  ])
  expect(table.suggestedFilename()).toMatch(/^activity-\d{4}-\d\d-\d\d\.csv$/)
  const text = await readFile(await table.path(), 'utf8')
  expect(readCsv(text.slice(1))).toHaveLength(222)
  await toast(page, 'Saved as activity-')

  await page.goto('/activity?entity=token&from=2025-01-02&to=2025-01-02')
  await entries(page).first().waitFor()
  const [list] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export JSON' }).click(),
  ])
  const read: { at: string }[] = JSON.parse(await readFile(await list.path(), 'utf8'))
  expect(read).toHaveLength(24)
  expect(read.map(({ at }) => at)).toContain('2025-01-01T23:00:00Z')
})

test('B7, H2: an operator reads what they did, and is not asked whose doings they want', async () => {
  const page = await world.signedUp()
  await withHistory(page)
  const email = await hire(world, page, { name: 'Carla Reyes', timeZone: 'Europe/Berlin', role: 'OPERATOR' })
  const carla = await world.newPage()
  await call(carla, 'auth.signIn', { email, password: 'a long enough password' })
  await openActivity(carla)
  expect(await entries(carla).locator('summary').allInnerTexts()).toEqual([expect.stringContaining('signed in')])
  expect(await carla.getByLabel('Person').count()).toBe(0)
})

test('a log that can not be loaded says so, and is there once it can be', async () => {
  const page = await world.signedUp()
  await page.route('**/trpc/activity.list*', (route) => route.abort())
  await page.goto('/activity')
  await page.getByText('The activity log could not be loaded').waitFor()
  await page.unroute('**/trpc/activity.list*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await entries(page).first().waitFor()
})
