import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { book, box, call, column, openCalendar, openWeek, TUESDAY, World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

async function chooseZone(page: Page, label: string, city: string): Promise<void> {
  await page.getByRole('button', { name: 'Times are in' }).click()
  await page.getByLabel(label).fill(city)
  await page.getByRole('option', { name: city }).click()
  await page.keyboard.press('Escape')
}

test('D3: another zone re-labels the calendar without moving anything, and there is a way back', async () => {
  const page = await world.signedUp()
  await book(page, { title: 'Review', from: '10:00', to: '11:00' })
  await openWeek(page)
  await page.getByRole('button', { name: 'Times are in Europe/Berlin (GMT+2)' }).waitFor()
  await chooseZone(page, 'Show times in', 'Tokyo')
  await page.getByRole('button', { name: /Times are in Asia.Tokyo \(GMT\+9\).*not your own zone/ }).waitFor()
  await box(page, 'Review').getByText('17:00–18:00', { exact: true }).waitFor()
  await page.reload()
  await box(page, 'Review').getByText('17:00–18:00', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Times are in' }).click()
  await page.getByRole('button', { name: 'Back to Europe/Berlin' }).click()
  await box(page, 'Review').getByText('10:00–11:00', { exact: true }).waitFor()
})

test('D3: a second zone has its own column of hours in the week and the day, both named', async () => {
  const page = await world.signedUp()
  await chooseZone(page, 'Second zone', 'Kolkata')
  const nine = page.locator('.sx__week-grid__hour-text', { hasText: '09:00' })
  const second = () => nine.evaluate((element) => getComputedStyle(element, '::before').content)
  await expect.poll(second).toBe('"12:30"')
  expect(await page.locator('.zone-heads abbr').allTextContents()).toEqual(['GMT+5:30', 'GMT+2'])
  await openCalendar(page, 'day')
  await expect.poll(second).toBe('"12:30"')
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
})

test('D3: on the day of 25 hours, an hour is marked as happening twice and events in it say which', async () => {
  const page = await world.signedUp()
  // In Berlin, 02:00 to 03:00 happens twice.
  await call(page, 'events.create', {
    title: 'Deploy',
    startsAt: '2026-10-25T00:30:00Z',
    endsAt: '2026-10-25T01:30:00Z',
    participants: [],
  })
  await openCalendar(page, 'day', '2026-10-25')
  await box(page, 'Deploy').getByText('02:30 GMT+2 – 02:30 GMT+1', { exact: true }).waitFor()
  await column(page, '2026-10-25').getByText('Clocks go back 1 hour at 03:00: this time happens twice').waitFor()
  const height = (await box(page, 'Deploy').boundingBox())?.height ?? 0
  expect(height).toBeGreaterThan(50)
  await openCalendar(page, 'week', TUESDAY)
  expect(await page.locator('.clock-change').count()).toBe(0)
})

test('D3: on the day of 23 hours, the hour that does not happen is marked', async () => {
  const page = await world.signedUp()
  await openCalendar(page, 'week', '2026-03-29')
  const sunday = column(page, '2026-03-29')
  await sunday.getByText('Clocks go forward 1 hour at 02:00: this time does not happen').waitFor()
  expect(await page.locator('.clock-change').count()).toBe(1)
  await page.keyboard.press('j')
  await page.waitForURL('**date=2026-04-05')
  await expect.poll(() => page.locator('.clock-change').count()).toBe(0)
})
