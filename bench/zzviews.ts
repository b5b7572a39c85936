import { writeFileSync } from 'node:fs'
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
    for (const view of TURNS) await timeViewSwitch(page, view)
    const cdp = await context.newCDPSession(page)
    await cdp.send('Performance.enable')
    const sums: Record<string, Record<string, number>> = {}
    const wall: Record<string, number> = {}
    let before = 'week'
    for (let i = 0; i < 5; i++) for (const view of TURNS) {
      await browser.startTracing(page, { categories: ['devtools.timeline','toplevel','cc','v8.execute'] })
      const { milliseconds } = await timeViewSwitch(page, view)
      const trace = JSON.parse((await browser.stopTracing()).toString()).traceEvents
      const k = before + ' to ' + view
      wall[k] = (wall[k] ?? 0) + milliseconds / 5
      const names = (sums[k] ??= {})
      for (const e of trace) if (e.ph === 'X' && e.dur > 300) names[e.name] = (names[e.name] ?? 0) + e.dur / 5000
      before = view
    }
    for (const [k, v] of Object.entries(sums)) console.error(name, k, wall[k]?.toFixed(0), Object.entries(v).toSorted((x, y) => y[1] - x[1]).slice(0, 22).map(([n, t]) => n + ' ' + t.toFixed(0)).join(', '))
    await context.close()
  }
}
