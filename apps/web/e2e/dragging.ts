import type { Page } from 'playwright-core'
import { box, column } from './world.ts'

/** The copy of an event that follows the pointer. */
export const BEING_DRAGGED = '.is-event-copy'

interface Point {
  x: number
  y: number
}

/** A point in a day's column at a time such as 9.5 for half past nine. */
export async function pointAt(page: Page, date: string, hour: number): Promise<Point> {
  const area = await column(page, date).boundingBox()
  if (!area) throw new Error(`${date} is not in sight.`)
  return { x: area.x + area.width / 2, y: area.y + (area.height / 24) * hour }
}

/** Presses on an event and moves a little. */
export async function press(page: Page, title: string): Promise<Point> {
  const area = await box(page, title).boundingBox()
  if (!area) throw new Error(`${title} is not in sight.`)
  const point = { x: area.x + 20, y: area.y + 8 }
  await page.mouse.move(point.x, point.y)
  await page.mouse.down()
  await page.mouse.move(point.x + 5, point.y)
  return point
}

/** Lifts an event by that. */
export async function lift(page: Page, title: string): Promise<Point> {
  const point = await press(page, title)
  await page.locator(BEING_DRAGGED).waitFor()
  return point
}

/** Moves the pointer by hours and days; several steps, as a hand would. */
export async function carry(page: Page, from: Point, { hours = 0, days = 0 }): Promise<void> {
  const area = await page.locator('[data-time-grid-date]').first().boundingBox()
  if (!area) throw new Error('No day is in sight.')
  await page.mouse.move(from.x + days * area.width, from.y + hours * (area.height / 24), { steps: 8 })
}

/** Presses on the lower edge of an event, which can be pulled. */
export async function grip(page: Page, title: string): Promise<Point> {
  const area = await box(page, title).locator('.sx__time-grid-event-resize-handle').boundingBox()
  if (!area) throw new Error('There is nothing to pull.')
  const point = { x: area.x + area.width / 2, y: area.y + area.height / 2 }
  await page.mouse.move(point.x, point.y)
  await page.mouse.down()
  await page.mouse.move(point.x, point.y + 5)
  return point
}
