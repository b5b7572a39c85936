import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCalendar, panel, PHONE, sidewaysScrollers, TUESDAY, World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

async function onPhone(): Promise<Page> {
  const page = await world.signedUp(PHONE)
  await openCalendar(page, 'day')
  return page
}

interface Point {
  x: number
  y: number
}

/** Draws a finger over the screen, as Chromium reports a real one. */
async function drawFinger(page: Page, from: Point, to: Point): Promise<void> {
  const devices = await page.context().newCDPSession(page)
  // As quick as a finger, however slow the machine is.
  let timestamp = Date.now() / 1000
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]) =>
    devices.send('Input.dispatchTouchEvent', { type, touchPoints: points, timestamp: (timestamp += 0.03) })
  await touch('touchStart', [from])
  for (const share of [0.25, 0.5, 0.75, 1])
    await touch('touchMove', [{ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }])
  await touch('touchEnd', [])
}

test('at 360 px a finger drawn across turns the page, and one drawn along does not', async () => {
  const page = await onPhone()
  await drawFinger(page, { x: 300, y: 400 }, { x: 120, y: 410 })
  await page.waitForURL('**date=2031-06-11')
  await drawFinger(page, { x: 120, y: 400 }, { x: 300, y: 410 })
  await page.waitForURL(`**date=${TUESDAY}`)
  await drawFinger(page, { x: 200, y: 500 }, { x: 140, y: 200 })
  // A page that turned would have its new date by the time that a third finger has turned it once.
  await drawFinger(page, { x: 300, y: 400 }, { x: 120, y: 410 })
  await page.waitForURL('**date=2031-06-11')
  await drawFinger(page, { x: 120, y: 400 }, { x: 300, y: 410 })
  await page.waitForURL(`**date=${TUESDAY}`)
  expect(page.url()).toContain(`date=${TUESDAY}`)
  expect(await panel(page).count()).toBe(0)
})

test('at 360 px no view of the calendar scrolls sideways, with a second zone neither', async () => {
  const page = await onPhone()
  await page.evaluate(() => localStorage.setItem('astralis.zones', ' Asia/Kolkata'))
  for (const view of ['day', 'week', 'month']) {
    await openCalendar(page, view)
    expect([view, await sidewaysScrollers(page)]).toEqual([view, []])
  }
})
