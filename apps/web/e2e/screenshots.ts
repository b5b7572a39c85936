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

/**
 * One picture of each theme: it follows the system, as somebody's does at sunset. Each state has a browser profile of its
 * own: a clock that was set, or a network that was cut, would stay for the next.
 */
async function take(browser: Browser, state: State, settings: BrowserContextOptions, name: string): Promise<void> {
  const context = await browser.newContext(settings)
  try {
    const page = await context.newPage()
    await state.reach(page)
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme })
      await settle(page)
      await page.screenshot({ path: join(FOLDER, `${name}-${colorScheme}.png`) })
    }
  } finally {
    await context.close()
  }
}

/** Answers which states could not be reached; the others are pictured. */
async function takeAll(browser: Browser, states: readonly State[]): Promise<string[]> {
  const failures: string[] = []
  for (const { name: size, ...screen } of SIZES) {
    const settings = { ...screen, baseURL, locale: 'en-US' }
    const storageState = await signInDemo(browser, baseURL)
    for (const state of states) {
      const name = `${state.name}-${size}`
      try {
        await take(browser, state, state.isSignedOut ? settings : { ...settings, storageState }, name)
      } catch (error) {
        failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
    console.log(`${size}: done after ${Math.round(performance.now() / 1000)} s`)
  }
  return failures
}

const browser = await launchChromium()
try {
  if (only === '--readme') await readmePictures(browser, baseURL)
  else {
    // What a state was called before would be looked at as if it were still so.
    if (only === '') await rm(FOLDER, { recursive: true, force: true })
    await mkdir(FOLDER, { recursive: true })
    const states = Object.values(STATES_BY_PLACE)
      .flat()
      .filter(({ name }) => name.includes(only))
    const failures = await takeAll(browser, states)
    for (const failure of failures) console.error(`Not reached: ${failure}`)
    const taken = (states.length * SIZES.length - failures.length) * SCHEMES.length
    console.log(`${taken} pictures in ${Math.round(performance.now() / 1000)} s, ${failures.length} failed: ${FOLDER}`)
    if (failures.length > 0) process.exitCode = 1
  }
} finally {
  await browser.close()
}
