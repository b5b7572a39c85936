import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { launchChromium } from '../apps/web/e2e/chromium.ts'
import { firstLoadBytes, noteFirstEvent } from '../apps/web/e2e/first-load.ts'
import { noteVitals, pressAndPaint, readVitals } from '../apps/web/e2e/page-speed.ts'
import { signInDemo } from '../apps/web/e2e/sign-in-demo.ts'
import { compose } from '../apps/server/src/compose.ts'
import { seedDemo } from '@astralis/services/demo/seed-demo'
import type { Benchmark } from './benchmark.ts'
import { round } from './measure.ts'

const ASSETS = fileURLToPath(new URL('../apps/web/dist/assets', import.meta.url))
const PATIENCE_MS = 60_000
const LIMITS = '≤ 2500, ≤ 200, ≤ 0.1'

/** What somebody does on every page; `keys` are those that only that page knows. */
const EVERYWHERE = ['Tab', 'Tab', 'Tab', '?', 'Escape', 'Control+k', 'Escape']
const PAGES: { path: string; keys?: readonly string[] }[] = [
  { path: '/calendar?view=week', keys: ['m', 'w', 'd', 'w', 'j', 'k', 't', 'c', 'Escape'] },
  { path: '/calendar?view=month', keys: ['j', 'k', 't'] },
  { path: '/calendar/availability' },
  { path: '/calendar/suggest' },
  { path: '/calendar/connections' },
  { path: '/team', keys: ['j', 'k', 't'] },
  { path: '/search?q=review' },
  { path: '/activity' },
  { path: '/members' },
  { path: '/settings' },
]

/**
 * What Chromium's own observers say of each page of the demo team: largest contentful paint, interaction to next paint,
 * layout shift; and how much of the app is loaded, in kB compressed by gzip.
 */
export const pages: Benchmark = async ({ createDatabase, startServer, open }, report) => {
  const databaseUrl = await createDatabase('pages')
  const { runtime, close } = compose(databaseUrl)
  open.defer(close)
  await seedDemo(runtime, { hasOutbox: false })
  const baseURL = await startServer(databaseUrl)
  const browser = await launchChromium()
  open.defer(() => browser.close())
  const storageState = await signInDemo(browser, baseURL)
  const settings = { baseURL, storageState, locale: 'en-GB', timezoneId: 'Europe/Berlin' }
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 360, height: 740 },
  ])
    for (const { path, keys = [] } of PAGES) {
      const context = await browser.newContext({ ...settings, viewport })
      context.setDefaultTimeout(PATIENCE_MS)
      const page = await context.newPage()
      await noteVitals(page)
      await noteFirstEvent(page)
      await page.goto(path)
      await page.locator('main h1, main h2, .event-card').filter({ visible: true }).first().waitFor()
      await page.waitForLoadState('networkidle')
      for (const key of [...keys, ...EVERYWHERE]) await pressAndPaint(page, key)
      const { lcpMs, inpMs, cls } = await readVitals(page)
      assert.ok(lcpMs > 0)
      report({ page: path, width: viewport.width, lcpMs: round(lcpMs), inpMs, cls: round(cls), limits: LIMITS })
      if (path === '/calendar?view=week' && viewport.width === 1280)
        report({ part: 'first load', kB: round((await firstLoadBytes(page)) / 1000), limits: '≤ 250' })
      await context.close()
    }
  for (const { part, kB } of parts()) report({ part, kB })
}

/** The files of the built app from 5 kB on, largest first. */
function parts(): { part: string; kB: number }[] {
  return readdirSync(ASSETS)
    .filter((name) => /\.(js|css)$/.test(name))
    .map((part) => ({ part, kB: round(gzipSync(readFileSync(`${ASSETS}/${part}`)).length / 1000) }))
    .filter(({ kB }) => kB >= 5)
    .toSorted((a, b) => b.kB - a.kB)
}
