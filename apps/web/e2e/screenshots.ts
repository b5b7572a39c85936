import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { axeFindings } from './axe-findings.ts'
import { launchChromium } from './chromium.ts'
import { readmePictures } from './readme-pictures.ts'
import { STATES_BY_PLACE } from './screenshot-states/all-states.ts'
import { settle, type State } from './screenshot-states/state.ts'
import { signInDemo } from './sign-in-demo.ts'

/*
 * Takes a picture of every page and state of a running product with its demo team, light and dark, wide and narrow,
 * into `screenshots/` for people to look at, and has axe look at each as well. The address is the first argument; a second one picks states by name, or
 * is `--readme`: then only the pictures of the README are taken, to where the README has them.
 */
const [baseURL = 'http://localhost:3001', only = ''] = process.argv.slice(2)
const FOLDER = join(import.meta.dirname, '../../../screenshots')
const SIZES = [
  { name: '1280', viewport: { width: 1280, height: 800 }, hasTouch: false, isMobile: false },
  { name: '360', viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
]
/** With the rules of axe that are looked at in each theme: all of them, and then only what depends on it. */
const SCHEMES: { colorScheme: 'light' | 'dark'; rules?: string[] }[] = [
  { colorScheme: 'light' },
  { colorScheme: 'dark', rules: ['color-contrast'] },
]

/**
 * Takes one picture of each theme, and answers what axe finds serious. The theme follows the system, as somebody's does at sunset. Each state has a browser profile of its
 * own: a clock that was set, or a network that was cut, would stay for the next.
 */
async function take(browser: Browser, state: State, settings: BrowserContextOptions, name: string): Promise<string[]> {
  const context = await browser.newContext(settings)
  try {
    const page = await context.newPage()
    await state.reach(page)
    const findings: string[] = []
    for (const { colorScheme, rules } of SCHEMES) {
      await page.emulateMedia({ colorScheme })
      await settle(page)
      await page.screenshot({ path: join(FOLDER, `${name}-${colorScheme}.png`) })
      findings.push(...(await axeFindings(page, rules)).map((finding) => `${name}, ${colorScheme}: ${finding}`))
    }
    return findings
  } finally {
    await context.close()
  }
}

/** Answers what is not as it should be: states that can not be reached, and what axe finds in the others. */
async function takeAll(browser: Browser, states: readonly State[]): Promise<string[]> {
  const problems: string[] = []
  for (const { name: size, ...screen } of SIZES) {
    const settings = { ...screen, baseURL, locale: 'en-US' }
    const storageState = await signInDemo(browser, baseURL)
    for (const state of states) {
      const name = `${state.name}-${size}`
      try {
        problems.push(
          ...(await take(browser, state, state.isSignedOut ? settings : { ...settings, storageState }, name)),
        )
      } catch (error) {
        problems.push(`${name} was not reached: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
    console.log(`${size}: done after ${Math.round(performance.now() / 1000)} s`)
  }
  return problems
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
    const problems = await takeAll(browser, states)
    for (const problem of problems) console.error(problem)
    console.log(`Pictures after ${Math.round(performance.now() / 1000)} s, ${problems.length} problems: ${FOLDER}`)
    if (problems.length > 0) process.exitCode = 1
  }
} finally {
  await browser.close()
}
