import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings } from './axe-findings.ts'
import { book, call, hire, panel, PHONE, query, sidewaysScrollers, toast, TUESDAY, World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

/** Ana and Max in Berlin, Tom in New York, and Cleo, who is a CLIENT; all from nine to five. */
async function fourPeople(options: BrowserContextOptions = {}): Promise<{ page: Page; max: string; cleo: string }> {
  const page = await world.newcomer(options)
  const max = await hire(world, page, { name: 'Max Holt', timeZone: 'Europe/Berlin', role: 'OPERATOR' })
  await hire(world, page, { name: 'Tom Reed', timeZone: 'America/New_York', role: 'OPERATOR' })
  const cleo = await hire(world, page, { name: 'Cleo Lind', timeZone: 'Europe/Berlin', role: 'CLIENT' })
  return { page, max, cleo }
}

async function openTeam(page: Page, search = ''): Promise<Locator> {
  await page.goto(`/team?date=${TUESDAY}${search}`)
  const grid = page.getByRole('grid', { name: /^Team/ })
  await grid.waitFor()
  return grid
}

const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) })
const proposal = (page: Page) => page.getByRole('dialog', { name: 'Proposed time' })

/** A point on somebody's line at a time of Berlin's day, which has to be in sight. */
async function pointAt(page: Page, name: string, hour: number): Promise<{ x: number; y: number }> {
  const area = await rowOf(page, name).getByRole('gridcell').first().boundingBox()
  if (!area) throw new Error(`${name} is not in sight.`)
  return { x: area.x + (area.width * hour) / 24, y: area.y + area.height / 2 }
}

async function drag(page: Page, name: string, from: number, to: number): Promise<void> {
  const [start, end] = [await pointAt(page, name, from), await pointAt(page, name, to)]
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(end.x, end.y, { steps: 6 })
}

/** What the cell under the keys says of itself. */
async function told(page: Page): Promise<string | null> {
  const id = await page.getByRole('grid', { name: /^Team/ }).getAttribute('aria-activedescendant')
  return page.locator(`[id="${id}"]`).getAttribute('aria-label')
}

const events = (page: Page) =>
  query<{ events: { title: string; startsAt: string; endsAt: string; participants: { email: string }[] }[] }>(
    page,
    'events.list',
    { from: `${TUESDAY}T00:00:00Z`, to: `${TUESDAY}T23:00:00Z` },
  )

test('a range is dragged across the people, shows who could come, and is booked; Escape draws nothing', async () => {
  const { page, max } = await fourPeople()
  await book(page, { title: 'Review', from: '15:30', to: '16:30', participants: [{ email: max }] })
  await openTeam(page)
  await rowOf(page, 'Max Holt').getByText('Review').waitFor()
  await page.getByRole('rowheader', { name: 'Tom Reed' }).getByText('New York').waitFor()

  await drag(page, 'Tom Reed', 15.05, 15.6)
  await page.locator('[data-range]').getByText('15:00').waitFor()
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await page.locator('[data-range]').count()).toBe(0)
  expect(await proposal(page).count()).toBe(0)

  await drag(page, 'Tom Reed', 15.05, 15.6)
  await page.mouse.up()
  await proposal(page).getByText('2 of 4 free').waitFor()
  const people = await proposal(page).getByRole('listitem').allInnerTexts()
  expect(people.map((text) => text.replaceAll(/\s+/g, ' '))).toEqual([
    expect.stringMatching(/Ana Silva Review Busy$/),
    expect.stringMatching(/Max Holt Review Busy$/),
    expect.stringMatching(/Cleo Lind Free$/),
    expect.stringMatching(/Tom Reed 09:00 in New York Free$/),
  ])
  await page.keyboard.press('Escape')
  await proposal(page).waitFor({ state: 'detached' })

  await drag(page, 'Ana Silva', 16.55, 16.9)
  await page.mouse.up()
  await proposal(page).getByText('Everyone is free').waitFor()
  await proposal(page).getByRole('button', { name: 'Book' }).click()
  await panel(page).getByLabel('Title').fill('Team lunch')
  await panel(page).getByRole('button', { name: 'Create event' }).click()
  await toast(page, 'Team lunch')
  await rowOf(page, 'Tom Reed').getByText('Team lunch').waitFor()
  const booked = (await events(page)).events.find(({ title }) => title === 'Team lunch')
  expect(booked).toMatchObject({ startsAt: `${TUESDAY}T14:30:00Z`, endsAt: `${TUESDAY}T15:00:00Z` })
  expect(booked?.participants).toHaveLength(4)
})

test('keyboard only: one tab stop, arrows tell who is what and when, Shift draws, Enter proposes, the focus returns', async () => {
  const { page } = await fourPeople()
  await book(page, { title: 'Review', from: '09:15', to: '09:30' })
  const grid = await openTeam(page)
  await grid.focus()
  expect(await told(page)).toBe('Everyone, 09:00–09:15, not all free')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  expect(await told(page)).toBe('Ana Silva, 09:15–09:30, busy: Review')
  await page.keyboard.press('ArrowRight')
  expect(await told(page)).toBe('Ana Silva, 09:30–09:45, free')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  expect(await told(page)).toBe('Ana Silva, 09:30–10:15, free')
  for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowDown')
  expect(await told(page)).toBe('Tom Reed, 10:00–10:15, outside hours')
  await page.keyboard.press('Enter')
  await proposal(page).getByText('3 of 4 free').waitFor()
  await page.keyboard.press('Escape')
  await proposal(page).waitFor({ state: 'detached' })
  expect(await grid.evaluate((element) => element === document.activeElement)).toBe(true)

  await page.keyboard.press('Enter')
  await proposal(page).getByRole('link', { name: 'Find a better time' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Find a time' }).waitFor()
  const search = new URL(page.url()).searchParams
  expect([JSON.parse(search.get('people') ?? '').length, search.get('minutes'), search.get('from')]).toEqual([
    4,
    '60',
    TUESDAY,
  ])
})

test('the keys of the calendar turn the page; view, day and people are kept in the address', async () => {
  const { page } = await fourPeople()
  await openTeam(page)
  await page.keyboard.press('j')
  await page.getByRole('heading', { name: 'Wednesday, 11 June 2031' }).waitFor()
  await page.keyboard.press('k')
  await page.keyboard.press('w')
  await page.getByRole('heading', { name: /9\s–\s15 June 2031/ }).waitFor()
  await page.getByText('Fri 13 Jun').waitFor()
  expect(await page.getByText('Sat 14 Jun').count()).toBe(0)
  await page.getByRole('checkbox', { name: 'Tom Reed' }).uncheck()
  await rowOf(page, 'Tom Reed').waitFor({ state: 'detached' })
  await page.reload()
  await rowOf(page, 'Max Holt').waitFor()
  expect(await page.getByRole('rowheader').count()).toBe(4)
  await page.keyboard.press('d')
  await page.getByRole('heading', { name: 'Tuesday, 10 June 2031' }).waitFor()
  await page.keyboard.press('t')
  await page.waitForURL((address) => !address.searchParams.has('date'))
})

test('H2: a CLIENT sees of others only that they are busy, and when', async () => {
  const { page, max, cleo } = await fourPeople()
  await book(page, { title: 'Secret plan', from: '10:00', to: '11:00', participants: [{ email: max }] })
  await book(page, { title: 'Known plan', from: '12:00', to: '13:00', participants: [{ email: cleo }] })
  const client = await world.newPage()
  await call(client, 'auth.signIn', { email: cleo, password: 'a long enough password' })
  await openTeam(client)
  await rowOf(client, 'Max Holt').getByText('Busy').waitFor()
  await rowOf(client, 'Ana Silva').getByText('Known plan').waitFor()
  expect(await client.getByText('Secret').count()).toBe(0)
})

test('D3: a day of 25 hours has them, and the hour that comes twice says which it is', async () => {
  const page = await world.newcomer()
  await hire(world, page, { name: 'Max Holt', timeZone: 'Europe/Berlin', role: 'OPERATOR' })
  await page.goto('/team?date=2031-10-26')
  const grid = page.getByRole('grid', { name: /^Team/ })
  await page.getByText('Clocks go back 1 hour at 03:00').waitFor()
  await grid.locator('[data-head] span.absolute').first().waitFor()
  const hours = await grid.locator('[data-head] span.absolute').allInnerTexts()
  expect(hours.map((text) => text.replaceAll('\n', ' '))).toHaveLength(25)
  expect(hours.slice(1, 5).map((text) => text.replaceAll(/\s+/g, ' '))).toEqual(['01', '02 GMT+2', '02 GMT+1', '03'])
  await grid.focus()
  await page.keyboard.press('Home')
  for (const _ of [1, 2, 3]) await page.keyboard.press('PageDown')
  await page.keyboard.press('Enter')
  await proposal(page).getByRole('button', { name: 'Book' }).click()
  await panel(page).getByLabel('Title').fill('Night watch')
  await panel(page).getByRole('button', { name: 'Create event' }).click()
  await toast(page, 'Night watch')
  const { events: night } = await query<{ events: object[] }>(page, 'events.list', {
    from: '2031-10-26T00:00:00Z',
    to: '2031-10-26T03:00:00Z',
  })
  expect(night).toMatchObject([{ startsAt: '2031-10-26T01:00:00Z', endsAt: '2031-10-26T02:00:00Z' }])
})

test('a phone: free times first, people as columns, nothing scrolls the page sideways, a long press draws', async () => {
  const { page } = await fourPeople(PHONE)
  const grid = await openTeam(page)
  expect((await sidewaysScrollers(page)).filter((found) => !found.includes('overscroll-contain'))).toEqual([])
  await page.getByRole('button', { name: '15:00–17:00' }).click()
  await proposal(page).getByText('Everyone is free').waitFor()
  await proposal(page).getByRole('button', { name: 'Close' }).click()

  const area = await rowOf(page, 'Max').getByRole('gridcell').first().boundingBox()
  if (!area) throw new Error('Nothing is in sight.')
  const touch = await page.context().newCDPSession(page)
  const x = area.x + area.width / 2
  const yOf = (hour: number) => area.y + (area.height * hour) / 24
  const at = (hour: number) => [{ x, y: yOf(hour) }]
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(11.1) })
  await page.locator('[data-range]').waitFor()
  await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(11.6) })
  await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(12.1) })
  await page.locator('[data-range]').getByText('11:00–12:15').waitFor()
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await proposal(page).getByText('3 of 4 free').waitFor()
  await proposal(page).getByRole('button', { name: 'Close' }).click()

  const before = await grid.evaluate((element) => element.parentElement?.scrollTop)
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(12) })
  for (const hour of [11.5, 11, 10.5, 10])
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(hour) })
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await expect.poll(() => grid.evaluate((element) => element.parentElement?.scrollTop)).toBeGreaterThan(before ?? 0)
  expect(await proposal(page).count()).toBe(0)

  await page.getByRole('button', { name: 'Account' }).click()
  await page.getByRole('link', { name: 'Team' }).waitFor()
})

test('alone, an admin is led to invite colleagues; a failure offers to try again', async () => {
  const page = await world.newcomer()
  await page.goto('/team')
  await page.getByRole('link', { name: 'Invite colleagues' }).click()
  await page.waitForURL('**/members')

  const { page: other } = await fourPeople()
  await other.route('**/trpc/scheduling.team*', (route) => route.abort())
  await other.goto('/team')
  await other.getByText('The team could not be loaded').waitFor()
  await other.unroute('**/trpc/scheduling.team*')
  await other.getByRole('button', { name: 'Try again' }).click()
  await rowOf(other, 'Max Holt').waitFor()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the team has no serious accessibility findings (${colorScheme})`, async () => {
    const { page, max } = await fourPeople({ colorScheme })
    await book(page, { title: 'First', from: '11:00', to: '12:00', participants: [{ email: max }] })
    await book(page, { title: 'Second', from: '11:30', to: '12:30' })
    const grid = await openTeam(page)
    await rowOf(page, 'Ana Silva').getByText('Second').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await grid.focus()
    await page.keyboard.press('Enter')
    await proposal(page).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('w')
    await page.getByText('Fri 13 Jun').waitFor()
    expect(await axeFindings(page)).toEqual([])
  })
