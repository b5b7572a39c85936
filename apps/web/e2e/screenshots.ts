import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { launchChromium } from './chromium.ts'
import { readmePictures } from './readme-pictures.ts'
import { STATES_BY_PLACE } from './screenshot-states/all-states.ts'
import { settle, type State } from './screenshot-states/state.ts'
import { signInDemo } from './sign-in-demo.ts'

/*
 * Takes a picture of every page and state of a running product with its demo team, light and dark, wide and narrow,
 * into `screenshots/` for people to look at. The address is the first argument; a second one picks states by name, or
 * is `--readme`: then only the pictures of the README are taken, to where the README has them.
 */
const [baseURL = 'http://localhost:3001', only = ''] = process.argv.slice(2)
const FOLDER = join(import.meta.dirname, '../../../screenshots')
const SIZES = [
  { name: '1280', viewport: { width: 1280, height: 800 }, hasTouch: false, isMobile: false },
  { name: '360', viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
]
const SCHEMES = ['light', 'dark'] as const

/** Each state has a browser profile of its own: a clock that was set, or a network that was cut, would stay for the next. */
async function take(browser: Browser, state: State, settings: BrowserContextOptions, path: string): Promise<void> {
  const context = await browser.newContext(settings)
  try {
    const page = await context.newPage()
    await state.reach(page)
    await settle(page)
    await page.screenshot({ path })
  } finally {
    await context.close()
  }
}

/** A state that can not be reached is told, and the others are pictured. */
async function takeAll(browser: Browser): Promise<{ taken: number; failures: string[] }> {
  const states = Object.values(STATES_BY_PLACE)
    .flat()
    .filter(({ name }) => name.includes(only))
  const failures: string[] = []
  let taken = 0
  for (const { name: size, ...screen } of SIZES)
    for (const colorScheme of SCHEMES) {
      const settings = { ...screen, baseURL, colorScheme, locale: 'en-US' }
      const storageState = await signInDemo(browser, baseURL)
      for (const state of states) {
        const name = `${state.name}-${size}-${colorScheme}`
        const profile = state.isSignedOut ? settings : { ...settings, storageState }
        try {
          await take(browser, state, profile, join(FOLDER, `${name}.png`))
          taken += 1
        } catch (error) {
          failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
        }
      }
      console.log(`${size} ${colorScheme}: done after ${Math.round(performance.now() / 1000)} s`)
    }
  return { taken, failures }
}

const browser = await launchChromium()
try {
  if (only === '--readme') await readmePictures(browser, baseURL)
  else {
    // What a state was called before would be looked at as if it were still so.
    if (only === '') await rm(FOLDER, { recursive: true, force: true })
    await mkdir(FOLDER, { recursive: true })
    const { taken, failures } = await takeAll(browser)
    for (const failure of failures) console.error(`Not reached: ${failure}`)
    console.log(`${taken} pictures in ${Math.round(performance.now() / 1000)} s, ${failures.length} failed: ${FOLDER}`)
    if (failures.length > 0) process.exitCode = 1
  }
} finally {
  await browser.close()
}
