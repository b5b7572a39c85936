import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings } from './axe-findings.ts'
import { lift, pointAt } from './dragging.ts'
import { settled } from './settled.ts'
import { book, box, openWeek, panel, PHONE, sidewaysScrollers, toast, TUESDAY, World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await World.start()
})
afterAll(() => world.stop())

interface Habits {
  locale: string
  /** Of the days of the week, and of the first one shown. */
  firstDay: string
  firstDate: string
  weekTitle: RegExp
  /** Of an event from one to two in the afternoon of Tuesday, 10 June 2031. */
  times: RegExp
  date: string
  /** The axis of the grid, and a start in the table of times. */
  hour: RegExp
  start: RegExp
  direction: 'ltr' | 'rtl'
}

const HABITS: readonly Habits[] = [
  {
    locale: 'en-US',
    firstDay: 'Sunday',
    firstDate: '2031-06-08',
    weekTitle: /^June 8 – 14, 2031$/,
    times: /^1:00 – 2:00 PM$/,
    date: 'Tuesday, June 10, 2031',
    hour: /^1 PM$/,
    start: /^Tue, Jun 10, 1:30 PM/,
    direction: 'ltr',
  },
  {
    locale: 'en-GB',
    firstDay: 'Monday',
    firstDate: '2031-06-09',
    weekTitle: /^9 – 15 June 2031$/,
    times: /^13:00 ?– ?14:00$/,
    date: 'Tuesday, 10 June 2031',
    hour: /^13:00$/,
    start: /^Tue,? 10 Jun, 13:30/,
    direction: 'ltr',
  },
  {
    locale: 'de-DE',
    firstDay: 'Montag',
    firstDate: '2031-06-09',
    weekTitle: /^9\. ?– ?15\. Juni 2031$/,
    times: /^13:00 ?– ?14:00 Uhr$/,
    date: 'Dienstag, 10. Juni 2031',
    hour: /^13:00$/,
    start: /^Di\.?, 10\. Juni, 13:30/,
    direction: 'ltr',
  },
  {
    locale: 'ja-JP',
    firstDay: '日曜日',
    firstDate: '2031-06-08',
    weekTitle: /^2031.06.08.?～2031.06.14/,
    times: /^13時00分～14時00分$/,
    date: '2031年6月10日火曜日',
    hour: /^13:00$/,
    start: /^6月10日\(火\), 13:30/,
    direction: 'ltr',
  },
  {
    locale: 'ar-EG',
    firstDay: 'السبت',
    firstDate: '2031-06-07',
    weekTitle: /^٧ ?– ?١٣ يونيو ٢٠٣١$/,
    times: /^١:٠٠ ?– ?٢:٠٠ م$/,
    date: 'الثلاثاء، ١٠ يونيو ٢٠٣١',
    hour: /^١ م$/,
    start: /^الثلاثاء، ١٠ يونيو, ١:٣٠ م/,
    direction: 'rtl',
  },
]

/** The spaces of each language are all kinds of spaces, and marks of direction are not seen. */
function plain(text: string | null): string {
  return (text ?? '')
    .replaceAll(/[\u200E\u200F\u061C]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

test.each(HABITS)('dates and times are as in $locale, from the calendar to the hours', async (habits) => {
  const page = await world.newcomer({ locale: habits.locale })
  await book(page, { title: 'Lunch', from: '13:00', to: '14:00' })
  await openWeek(page)
  expect(await page.evaluate(() => document.documentElement.dir)).toBe(habits.direction)
  expect(plain(await page.getByRole('heading', { level: 1 }).textContent())).toMatch(habits.weekTitle)
  const columns = page.locator('[data-time-grid-date]')
  expect(await columns.first().getAttribute('data-time-grid-date')).toBe(habits.firstDate)
  const [first, second] = [await columns.first().boundingBox(), await columns.nth(1).boundingBox()]
  expect(Math.sign((second?.x ?? 0) - (first?.x ?? 0))).toBe(habits.direction === 'rtl' ? -1 : 1)
  const hours = await page.locator('.sx__week-grid__hour-text').allTextContents()
  expect(hours.map(plain).filter((hour) => habits.hour.test(hour))).toHaveLength(1)

  const lunch = box(page, 'Lunch')
  expect(plain(await lunch.locator('.event-card-range').textContent())).toMatch(habits.times)
  await lunch.click()
  await panel(page).getByText(habits.date).waitFor()
  await page.keyboard.press('Escape')
  await panel(page).waitFor({ state: 'detached' })

  await page.goto(`/calendar/suggest?from=${TUESDAY}&to=${TUESDAY}`)
  const starts = page.getByRole('grid', { name: 'Starts' }).getByRole('button')
  await starts.first().waitFor()
  const names = await starts.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? one.textContent))
  expect(names.map(plain).filter((name) => habits.start.test(name))).toHaveLength(1)

  await page.goto('/calendar/availability')
  const days = page.getByRole('switch')
  await days.first().waitFor()
  expect(await page.getByRole('switch', { name: habits.firstDay, exact: true }).count()).toBe(1)
  expect(
    await days.first().evaluate((day) => (day instanceof HTMLButtonElement ? day.labels[0]?.textContent : '')),
  ).toBe(habits.firstDay)
})

const PAGES = [
  `/calendar?view=day&date=${TUESDAY}`,
  `/calendar?view=week&date=${TUESDAY}`,
  `/calendar?view=month&date=${TUESDAY}`,
  '/calendar/suggest',
  '/calendar/availability',
  '/calendar/connections',
  '/members',
  '/activity',
  '/settings',
  '/settings?section=reminders',
  '/settings?section=security',
  '/settings?section=tokens',
  '/outbox',
]

async function eachPage(page: Page, look: (path: string) => Promise<void>): Promise<void> {
  for (const path of PAGES) {
    await page.goto(path)
    await settled(page)
    await look(path)
  }
}

test.each([
  ['1280 px', {}],
  ['360 px', PHONE],
])('right to left, no page scrolls sideways at %s, and axe finds nothing serious', async (_width, size) => {
  const page = await world.newcomer({ locale: 'ar-EG', ...size })
  await book(page, { title: 'Lunch', from: '13:00', to: '14:00' })
  await eachPage(page, async (path) => {
    expect([path, await sidewaysScrollers(page)]).toEqual([path, []])
    expect([path, await axeFindings(page)]).toEqual([path, []])
  })
})

test('a region is chosen in the settings, is shown by example before, and is remembered by this browser alone', async () => {
  const page = await world.newcomer()
  await page.goto('/settings')
  const card = page.getByRole('region', { name: 'Dates and times' })
  await card.getByLabel('Region').selectOption('ar-EG')
  await card.getByText('right to left').waitFor()
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('ltr')
  await card.getByRole('button', { name: 'Use this region' }).click()
  await page.locator('html[dir=rtl]').waitFor()
  await openWeek(page)
  await page.locator('[data-time-grid-date="2031-06-07"]').waitFor()
  const numbers = await page.locator('.sx__week-grid__date-number').allTextContents()
  expect(numbers).toEqual(['٧', '٨', '٩', '١٠', '١١', '١٢', '١٣'])

  await page.goto('/settings')
  await card.getByLabel('Region').selectOption({ index: 0 })
  await card.getByRole('button', { name: 'Use this region' }).click()
  await page.locator('html[dir=ltr]').waitFor()
  await openWeek(page)
  await page.locator('[data-time-grid-date="2031-06-15"]').waitFor()
})

test('right to left, arrow keys lead where they point, and an event is moved by its box', async () => {
  const page = await world.newcomer({ locale: 'ar-EG' })
  await book(page, { title: 'Lunch', from: '13:00', to: '14:00' })
  await openWeek(page)
  const month = page.getByRole('grid', { name: 'Choose a day' })
  await month.locator(`[data-day="${TUESDAY}"]`).focus()
  await page.keyboard.press('ArrowLeft')
  await month.locator('[data-day="2031-06-11"]:focus').waitFor()
  await page.keyboard.press('ArrowRight')
  await month.locator(`[data-day="${TUESDAY}"]:focus`).waitFor()

  await lift(page, 'Lunch')
  const next = await pointAt(page, '2031-06-11', 13.1)
  await page.mouse.move(next.x, next.y, { steps: 8 })
  await page.mouse.up()
  const message = await toast(page, 'Lunch')
  expect(plain(await message.textContent())).toContain('١١ يونيو')
  expect(plain(await message.textContent())).toContain('١:٠٠–٢:٠٠ م')
})

test('what is typed in Arabic digits is a number', async () => {
  const page = await world.newcomer({ locale: 'ar-EG' })
  await page.goto('/calendar/suggest')
  const minutes = page.getByLabel('Length in minutes')
  await minutes.fill('')
  await minutes.pressSequentially('٤٥')
  expect(await minutes.inputValue()).toBe('45')
})
