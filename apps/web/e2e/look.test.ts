import type { Page } from 'playwright-core'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings } from './axe-findings.ts'
import { book, box, openCalendar, openWeek, PHONE, toast, World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

const NAVY = 'rgb(10, 27, 43)'
const FIRST_LOAD_LIMIT_BYTES = 250_000

function background(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
}

/** Controls that a finger would miss (WCAG 2.2, 2.5.8). */
function smallControls(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, a, summary, label:has(input)')]
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect()
        return element.checkVisibility() && (width < 24 || height < 24) && !element.classList.contains('sr-only')
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  )
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`no page has serious accessibility findings (${colorScheme})`, async () => {
    const page = await world.newPage({ colorScheme })
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.goto('/sign-up')
    await page.getByRole('button', { name: 'Create organization' }).click()
    await page.getByRole('alert').first().waitFor()
    expect(await axeFindings(page)).toEqual([])

    const calendar = await world.signedUp({ colorScheme })
    await book(calendar, { title: 'First', from: '11:00', to: '12:00' })
    await book(calendar, { title: 'Second', from: '11:30', to: '12:30' })
    for (const view of ['week', 'day', 'month']) {
      await openCalendar(calendar, view)
      await box(calendar, 'Second').waitFor()
      expect([view, await axeFindings(calendar)]).toEqual([view, []])
    }
    await box(calendar, 'Second').click()
    await calendar.getByRole('button', { name: 'Edit' }).waitFor()
    expect(await axeFindings(calendar)).toEqual([])
    await calendar.getByRole('button', { name: 'Edit' }).click()
    await calendar.getByText('This time overlaps').waitFor()
    expect(await axeFindings(calendar)).toEqual([])
  })

test('dark follows the system, can be forced, and is there before the first paint after a reload', async () => {
  const page = await world.signedUp({ colorScheme: 'dark' })
  expect(await background(page)).toBe(NAVY)
  await page.getByRole('button', { name: /account and theme/ }).click()
  await page.getByText('Light', { exact: true }).click()
  expect(await background(page)).not.toBe(NAVY)
  await page.getByText('Dark', { exact: true }).click()
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await background(page)).toBe(NAVY)

  // The app itself never arrives: what is seen is what is there before it.
  await page.route('**/assets/*.js', (route) => route.abort())
  await page.reload({ waitUntil: 'domcontentloaded' })
  await page.locator('#root').waitFor({ state: 'attached' })
  expect(await background(page)).toBe(NAVY)
})

test('at 360 px no page scrolls sideways, the calendar starts with the day, and the form can be used', async () => {
  const page = await world.signedUp(PHONE)
  const overhang = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  for (const view of ['day', 'week', 'month']) {
    await openCalendar(page, view)
    expect([view, await overhang()]).toEqual([view, 0])
  }
  await page.goto('/calendar')
  await page.locator('.is-day-view').waitFor()
  await page.getByRole('button', { name: 'New event' }).click()
  await page.getByLabel('Title').fill('On the way')
  expect(await overhang()).toBe(0)
  await page.getByRole('button', { name: 'Create event' }).click()
  await toast(page, '“On the way” created')
  const signedOut = await world.newPage(PHONE)
  for (const path of ['/sign-in', '/sign-up', '/join/cut-off', '/nowhere']) {
    await signedOut.goto(path)
    await signedOut.getByRole('main').waitFor()
    const width = await signedOut.evaluate(() => document.documentElement.scrollWidth)
    expect([path, width]).toEqual([path, 360])
  }
})

test('every control at 360 px is at least 24 px high and wide', async () => {
  const page = await world.signedUp(PHONE)
  await page.goto('/calendar')
  await page.locator('.is-day-view').waitFor()
  expect(await smallControls(page)).toEqual([])
  await page.goto('/calendar/availability')
  await page.getByRole('button', { name: 'Add hours on Monday' }).click()
  await page.getByRole('button', { name: 'Add a date' }).click()
  expect(await smallControls(page)).toEqual([])
  await page.goto('/members')
  await page.getByRole('list', { name: 'Members' }).waitFor()
  expect(await smallControls(page)).toEqual([])
  await page.goto('/calendar/suggest?from=2031-10-26&to=2031-10-26')
  await page.getByRole('grid').getByRole('button', { name: '02:30, GMT+1' }).waitFor()
  expect(await smallControls(page)).toEqual([])
})

test('the first load of the calendar is at most 250 kB of scripts and styles, compressed', async () => {
  const page = await world.signedUp()
  await book(page, { title: 'Something to see', from: '10:00', to: '11:00' })
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('.event-card')) return
      performance.mark('first event')
      observer.disconnect()
    })
    observer.observe(document, { childList: true, subtree: true })
  })
  await openWeek(page)
  await page.locator('.event-card').first().waitFor()
  const needed = await page.evaluate(() => {
    const [firstEvent] = performance.getEntriesByName('first event')
    return performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => /\.(js|css)$/.test(name) && startTime < (firstEvent?.startTime ?? Infinity))
      .map(({ name }) => name)
  })
  const bodies = await Promise.all(needed.map(async (name) => (await page.request.get(name)).body()))
  const total = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)
  expect(total).toBeGreaterThan(100_000)
  expect(total).toBeLessThanOrEqual(FIRST_LOAD_LIMIT_BYTES)
})

test('without a network the page says so, and stops saying so', async () => {
  const page = await world.signedUp()
  await page.context().setOffline(true)
  await page.getByText('You are offline').waitFor()
  await page.context().setOffline(false)
  await page.getByText('You are offline').waitFor({ state: 'detached' })
})
