import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings } from './axe-findings.ts'
import { book, box, call, hire, openWeek, panel, PHONE, sidewaysScrollers, WEDNESDAY, World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

const results = (page: Page) => page.locator('[data-result]')
const field = (page: Page) => page.getByRole('textbox', { name: 'Search events and people' })
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

/** Three events, and a colleague of a role, signed in on a page of their own. */
async function withEvents(page: Page, role: 'OPERATOR' | 'CLIENT' = 'OPERATOR'): Promise<Page> {
  const email = await hire(world, page, { name: 'Benedikt Ôkafor', timeZone: 'Europe/Berlin', role })
  await book(page, {
    title: 'Réunion budget',
    from: '10:00',
    to: '11:00',
    participants: [{ email: 'zoe@rival.example' }],
  })
  await book(page, { title: 'Budget lunch', date: WEDNESDAY, from: '12:00', to: '13:00', participants: [{ email }] })
  await call(page, 'events.create', {
    title: 'Weekly budget call',
    startsAt: `${WEDNESDAY}T15:00:00+02:00`,
    endsAt: `${WEDNESDAY}T15:30:00+02:00`,
    recurrence: 'FREQ=WEEKLY;COUNT=20',
    description: 'Bring the numbers of the quarter',
    participants: [],
  })
  const colleague = await world.newPage()
  await call(colleague, 'auth.signIn', { email, password: 'a long enough password' })
  return colleague
}

test('B1: found while typing, marked, and one click away from its place in the calendar and back', async () => {
  const page = await world.signedUp()
  await withEvents(page)
  await page.getByRole('link', { name: 'Search' }).click()
  await field(page).pressSequentially('reunion bud')
  const found = results(page).filter({ hasText: 'Réunion budget' })
  await found.waitFor()
  expect(await found.locator('mark').allInnerTexts()).toEqual(['Réunion', 'bud'])
  expect(await results(page).count()).toBe(1)
  await page.getByRole('heading', { name: 'Tuesday, 10 June 2031' }).waitFor()
  await page.waitForURL('**/search?text=reunion+bud')

  await found.click()
  await panel(page).getByText('Réunion budget').waitFor()
  await box(page, 'Réunion budget').waitFor()
  await page.goBack()
  await found.waitFor()
  expect(await field(page).inputValue()).toBe('reunion bud')
})

test('B5: a series is found once, with its description; nothing found says so, and how to go on', async () => {
  const page = await world.signedUp()
  await withEvents(page)
  await page.goto('/search?text=quarter')
  await results(page).first().waitFor()
  expect(await results(page).count()).toBe(1)
  expect(await results(page).innerText()).toMatch(
    /15:00.{1,3}15:30[^]*Weekly budget call[^]*Repeats[^]*numbers of the quarter/,
  )
  await field(page).fill('100% xyzzy')
  await page.getByText('Nothing found for “100% xyzzy”').waitFor()
  await page.getByRole('button', { name: 'Clear the search', exact: true }).last().click()
  await page.getByText('What are you looking for?').waitFor()
  expect(await field(page).evaluate((element) => element === document.activeElement)).toBe(true)
})

test('people are found by parts of their names, and lead to their calendars', async () => {
  const page = await world.signedUp()
  await withEvents(page)
  await page.goto('/search?text=okaf')
  const person = page.getByRole('region', { name: 'People' }).getByRole('link')
  await person.waitFor()
  expect(await person.locator('mark').first().innerText()).toBe('Ôkaf')
  await page.getByRole('link', { name: /Budget lunch/ }).waitFor()
  await person.click()
  await page.waitForURL(/\/calendar\?people=/)
})

test('with the keyboard alone: / opens it everywhere, arrows and Enter choose, Escape leads back', async () => {
  const page = await world.signedUp()
  await withEvents(page)
  await page.goto('/activity')
  await page.getByRole('heading', { name: 'Activity' }).waitFor()
  await page.keyboard.press('/')
  await page.waitForURL('**/search')
  await field(page).waitFor()
  await page.keyboard.type('budget/')
  await expect.poll(() => results(page).count()).toBe(3)
  expect(await field(page).inputValue()).toBe('budget/')
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toContain('Réunion budget')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => focused(page)).toContain('Weekly budget call')
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => focused(page)).toContain('Budget lunch')
  await page.keyboard.press('/')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await panel(page).getByText('Réunion budget').waitFor()
  await page.keyboard.press('/')
  expect(new URL(page.url()).pathname).toBe('/calendar')
  await page.keyboard.press('Escape')
  await panel(page).waitFor({ state: 'detached' })
  await page.keyboard.press('/')
  await page.waitForURL('**/search')
  await page.keyboard.press('Escape')
  await page.waitForURL(/\/calendar/)
})

test('H2: a CLIENT finds what they take part in, and of others’ events nothing', async () => {
  const page = await world.signedUp()
  const client = await withEvents(page, 'CLIENT')
  await client.goto('/search?text=budget')
  await results(client).filter({ hasText: 'Budget lunch' }).waitFor()
  expect(await results(client).count()).toBe(1)
  for (const text of ['reunion', 'rival', 'quarter']) {
    await field(client).fill(text)
    await client.getByText(`Nothing found for “${text}”`).waitFor()
  }
})

test('a search that fails says so, and is there once it can be', async () => {
  const page = await world.signedUp()
  await withEvents(page)
  await page.route('**/trpc/events.search*', (route) => route.abort())
  await page.goto('/search?text=budget')
  await page.getByText('The search did not work').waitFor()
  await page.unroute('**/trpc/events.search*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await results(page).first().waitFor()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`no serious accessibility findings, and nothing scrolls sideways at 360 px (${colorScheme})`, async () => {
    const wide = await world.signedUp({ colorScheme })
    await withEvents(wide)
    const phone = await world.newPage({ ...PHONE, colorScheme, storageState: await wide.context().storageState() })
    await openWeek(wide)
    await phone.goto('/calendar')
    await phone.getByRole('link', { name: 'Search' }).tap()
    await field(phone).waitFor()
    for (const page of [wide, phone]) {
      // Ana herself, the colleague whose address has her in it, and three events.
      await page.goto('/search?text=ana')
      await page.getByRole('region', { name: 'People' }).waitFor()
      await expect.poll(() => results(page).count()).toBe(5)
      expect(await axeFindings(page)).toEqual([])
      expect(await sidewaysScrollers(page)).toEqual([])
      await field(page).fill('xyzzy')
      await page.getByText('Nothing found for “xyzzy”').waitFor()
      expect(await axeFindings(page)).toEqual([])
    }
  })
