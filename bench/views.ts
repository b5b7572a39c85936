import assert from 'node:assert/strict'
import { launchChromium } from '../apps/web/e2e/chromium.ts'
import { noteVitals, readVitals, timeViewSwitch, type TimedView } from '../apps/web/e2e/page-speed.ts'
import { compose } from '../apps/server/src/compose.ts'
import type { Benchmark } from './benchmark.ts'
import { storeCalendar } from './calendar-events.ts'
import { median, percentile, round } from './measure.ts'
import { createTeam, signIn } from './team.ts'

const MEMBERS = 20
const ROUNDS = 15
const PATIENCE_MS = 60_000

/** A month whose weeks begin and end with it (Monday to Sunday, four of them), so that what is stored is what is shown. */
const MONTH = { first: '2027-02-01', days: 28 }

interface Amount {
  name: string
  size: number
  days: number
  aim: string
}

const AMOUNTS: Amount[] = [
  { name: '200 a week', size: 200, days: 7, aim: '≤ 100' },
  { name: '2000 a month', size: 2000, days: MONTH.days, aim: '≤ 300' },
  { name: '2000 a week', size: 2000, days: 7, aim: '≤ 300' },
]

const TURNS: TimedView[] = ['month', 'week', 'day', 'week']

/**
 * Switching between month, week and day by key in Chromium, everybody's calendars shown: from the key to the paint after
 * the new view is complete; and what Chromium's own observers say of the page meanwhile. Each view has been seen before, as when somebody goes back and forth.
 */
export const views: Benchmark = async ({ createDatabase, startServer, open }, report) => {
  const browser = await launchChromium()
  open.defer(() => browser.close())
  for (const { name, size, days, aim } of AMOUNTS) {
    const databaseUrl = await createDatabase(`views_${size}_${days}`)
    const { runtime, close } = compose(databaseUrl)
    open.defer(close)
    const team = await createTeam(runtime, MEMBERS)
    const [person] = team.members
    assert.ok(person)
    await storeCalendar(databaseUrl, team, { size, first: MONTH.first, days })
    const server = await startServer(databaseUrl)
    const cookie = await signIn(runtime, team, person)
    const context = await browser.newContext({
      baseURL: server,
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
      viewport: { width: 1280, height: 900 },
    })
    context.setDefaultTimeout(PATIENCE_MS)
    const [cookieName = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name: cookieName, value, url: server }])
    const page = await context.newPage()
    await noteVitals(page)
    await page.goto(`/calendar?view=week&date=${MONTH.first}&people=everyone`)
    await page.locator('.event-card').first().waitFor()
    for (const view of TURNS) await timeViewSwitch(page, view)

    const times: Record<string, number[]> = {}
    const shown: Record<string, number> = {}
    for (let turn = 0; turn < ROUNDS; turn++) {
      let before: TimedView = 'week'
      for (const view of TURNS) {
        const { milliseconds, boxes } = await timeViewSwitch(page, view)
        ;(times[`${before} to ${view}`] ??= []).push(milliseconds)
        shown[`${before} to ${view}`] = boxes
        before = view
      }
    }
    for (const [change, milliseconds] of Object.entries(times))
      report({
        events: name,
        change,
        boxes: shown[change] ?? 0,
        medianMs: round(median(milliseconds)),
        p95Ms: round(percentile(milliseconds, 0.95)),
        aimMs: aim,
      })
    const { lcpMs, inpMs, cls } = await readVitals(page)
    report({ events: name, lcpMs: round(lcpMs), inpMs: round(inpMs), cls: round(cls), aim: '≤ 2500, ≤ 200, ≤ 0.1' })
    await context.close()
  }
}
