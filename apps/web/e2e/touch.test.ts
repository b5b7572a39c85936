import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BEING_DRAGGED, pointAt } from './dragging.ts'
import { book, box, openCalendar, panel, PHONE, sidewaysScrollers, toast, TUESDAY, World } from './world.ts'

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

/** A finger on the screen, as Chromium reports a real one: as quick as one, however slow the machine is. */
async function finger(page: Page) {
  const devices = await page.context().newCDPSession(page)
  let timestamp = Date.now() / 1000
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]) =>
    devices.send('Input.dispatchTouchEvent', { type, touchPoints: points, timestamp: (timestamp += 0.03) })
  return {
    down: (at: Point) => touch('touchStart', [at]),
    draw: async (from: Point, to: Point) => {
      for (const share of [0.25, 0.5, 0.75, 1])
        await touch('touchMove', [{ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }])
    },
    up: () => touch('touchEnd', []),
  }
}

async function drawFinger(page: Page, from: Point, to: Point): Promise<void> {
  const { down, draw, up } = await finger(page)
  await down(from)
  await draw(from, to)
  await up()
}

/** How far the hours are scrolled, in pixels. */
function scrolled(page: Page): Promise<number> {
  return page.locator('.sx__view-container').evaluate(({ scrollTop }) => scrollTop)
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

test('B1: a finger that rests on the empty grid draws an event there; one that moves on draws nothing', async () => {
  const page = await onPhone()
  await page.clock.install()
  const from = await pointAt(page, TUESDAY, 9.05)
  const to = await pointAt(page, TUESDAY, 10.7)
  const before = await scrolled(page)
  const { down, draw, up } = await finger(page)
  await down(from)
  await page.clock.runFor(600)
  await draw(from, to)
  await up()
  expect(await page.getByLabel('Start time').inputValue()).toBe('09:00')
  expect(await page.getByLabel('End time').inputValue()).toBe('10:45')
  expect(await scrolled(page)).toBe(before)
  await page.keyboard.press('Escape')
  await panel(page).waitFor({ state: 'detached' })

  await down(from)
  await draw(from, to)
  await page.clock.runFor(600)
  await up()
  await page.getByRole('button', { name: 'New event' }).click()
  await page.getByLabel('Title').waitFor()
  expect(await page.getByLabel('End time').inputValue()).not.toBe('10:45')
})

test('B1: a finger that rests on an event lifts it, and carries it along; a tap opens it', async () => {
  const page = await onPhone()
  await book(page, { title: 'Review', from: '10:00', to: '11:00' })
  await openCalendar(page, 'day')
  await box(page, 'Review').waitFor()
  await page.clock.install()
  const area = await box(page, 'Review').boundingBox()
  const hour = (await pointAt(page, TUESDAY, 11)).y - (await pointAt(page, TUESDAY, 10)).y
  if (!area) throw new Error('The event is not in sight.')
  const from = { x: area.x + 60, y: area.y + 20 }
  const { down, draw, up } = await finger(page)
  await down(from)
  await page.clock.runFor(600)
  await page.locator(BEING_DRAGGED).waitFor()
  await draw(from, { x: from.x, y: from.y + hour })
  await up()
  await toast(page, '“Review” moved to Tue 10 Jun, 11:00–12:00')

  await page.touchscreen.tap(from.x, from.y + hour)
  await panel(page).getByRole('heading', { name: 'Review' }).waitFor()
})

test('at 360 px no view of the calendar scrolls sideways, with a second zone neither', async () => {
  const page = await onPhone()
  await page.evaluate(() => localStorage.setItem('astralis.zones', ' Asia/Kolkata'))
  for (const view of ['day', 'week', 'month']) {
    await openCalendar(page, view)
    expect([view, await sidewaysScrollers(page)]).toEqual([view, []])
  }
})
