import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstLoadBytes, noteFirstEvent } from './first-load.ts'
import { book, openCalendar, openWeek, PHONE, toast, World } from './world.ts'

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

test('the first load of the calendar is at most 250 kB of scripts and styles, compressed', async () => {
  const page = await world.signedUp()
  await book(page, { title: 'Something to see', from: '10:00', to: '11:00' })
  await noteFirstEvent(page)
  await openWeek(page)
  const total = await firstLoadBytes(page)
  expect(total).toBeGreaterThan(100_000)
  expect(total).toBeLessThanOrEqual(FIRST_LOAD_LIMIT_BYTES)
})

test('what a key opens has come before it is pressed', async () => {
  const page = await world.signedUp()
  const parts = ['calendar-panels', 'palette', 'quick-add-dialog'].map((part) =>
    page.waitForResponse((response) => response.url().includes(`/assets/${part}-`)),
  )
  await openWeek(page)
  await Promise.all(parts)
})

test('without a network the page says so, and stops saying so', async () => {
  const page = await world.signedUp()
  await page.context().setOffline(true)
  await page.getByText('You are offline').waitFor()
  await page.context().setOffline(false)
  await page.getByText('You are offline').waitFor({ state: 'detached' })
})
