import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings } from './axe-findings.ts'
import { open } from './screenshot-states/state.ts'
import { signInDemo } from './sign-in-demo.ts'
import { World } from './world.ts'

/** The addresses that the router knows, from its source: the app itself needs a browser. */
const ROUTES = [
  ...readFileSync(join(import.meta.dirname, '../src/app/router.tsx'), 'utf8').matchAll(/\bpath: '([^']+)'/g),
].map(([, path = '']) => path)
/** The first leads on to the calendar; the others need somebody's link, and are looked at in the tests of their own. */
const ELSEWHERE = new Set(['/', '/join/$token', '/invitations/$token'])
const PAGES = ROUTES.filter((path) => !ELSEWHERE.has(path))

let demo: World
let signedIn: Page
let signedOut: Page

beforeAll(async () => {
  demo = await World.start({ demo: true })
  const storageState = await signInDemo(demo.browser, demo.server.url)
  signedIn = await demo.newPage({ storageState })
  signedOut = await demo.newPage()
})
afterAll(() => demo.stop())

test('every page of the router is among them', () => {
  expect(PAGES.length).toBeGreaterThan(11)
  expect([...ELSEWHERE].filter((path) => !ROUTES.includes(path))).toEqual([])
})

test.each(PAGES)('axe finds nothing serious on %s, light and dark', async (path) => {
  const page = path.startsWith('/sign-') ? signedOut : signedIn
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await open(page, path)
  await page
    .getByRole('status', { name: /^Loading/ })
    .first()
    .waitFor({ state: 'detached' })
  expect(await page.title()).toContain('AstralisOps')
  const light = await axeFindings(page)
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  expect({ light, dark: await axeFindings(page, ['color-contrast']) }).toEqual({ light: [], dark: [] })
})
