import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from './chromium.ts'
import { ACCOUNT_STATES } from './screenshot-states/account-states.ts'
import { ACTIVITY_STATES } from './screenshot-states/activity-states.ts'
import { AVAILABILITY_STATES } from './screenshot-states/availability-states.ts'
import { CALENDAR_STATES } from './screenshot-states/calendar-states.ts'
import { CONNECTION_STATES } from './screenshot-states/connection-states.ts'
import { LOCALE_STATES } from './screenshot-states/locale-states.ts'
import { MAIL_STATES } from './screenshot-states/mail-states.ts'
import { MEMBER_STATES } from './screenshot-states/member-states.ts'
import { SERIES_STATES } from './screenshot-states/series-states.ts'
import { SETTINGS_STATES } from './screenshot-states/settings-states.ts'
import { open } from './screenshot-states/state.ts'
import { SUGGEST_STATES } from './screenshot-states/suggest-states.ts'

/*
 * Takes a picture of every page and state of a running product with its demo team, light and dark, wide and narrow,
 * into `screenshots/` for people to look at. The address is the first argument; a second one picks states by name.
 */
const [baseURL = 'http://localhost:3001', only = ''] = process.argv.slice(2)
const FOLDER = join(import.meta.dirname, '../../../screenshots')
const DEMO = { email: 'ines@harborpine.example', password: 'demo-harbor-pine' }
const SIZES = [
  { name: '1280', viewport: { width: 1280, height: 800 }, hasTouch: false, isMobile: false },
  { name: '360', viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
]
const SCHEMES = ['light', 'dark'] as const
const STATES = [
  ...ACCOUNT_STATES,
  ...CALENDAR_STATES,
  ...SERIES_STATES,
  ...AVAILABILITY_STATES,
  ...SUGGEST_STATES,
  ...MAIL_STATES,
  ...CONNECTION_STATES,
  ...MEMBER_STATES,
  ...SETTINGS_STATES,
  ...ACTIVITY_STATES,
  ...LOCALE_STATES,
]

async function signIn(page: Page): Promise<void> {
  await open(page, '/sign-in')
  await page.getByLabel('E-mail').fill(DEMO.email)
  await page.getByLabel('Password', { exact: true }).fill(DEMO.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL('**/calendar**')
}

/** Fonts are there and nothing moves any more. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    const ending = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
    await Promise.allSettled(ending.map((animation) => animation.finished))
  })
}

/** Each state has a browser profile of its own: a clock that was set, or a network that was cut, would stay for the next. */
async function takeAll(browser: Browser): Promise<void> {
  for (const size of SIZES)
    for (const colorScheme of SCHEMES) {
      const settings = { ...size, baseURL, colorScheme, locale: 'en-US' }
      const signingIn = await browser.newContext(settings)
      await signIn(await signingIn.newPage())
      const storageState = await signingIn.storageState()
      await signingIn.close()
      for (const state of STATES.filter(({ name }) => name.includes(only))) {
        const context = await browser.newContext(state.isSignedOut ? settings : { ...settings, storageState })
        const page = await context.newPage()
        await state.reach(page)
        await settle(page)
        await page.screenshot({ path: join(FOLDER, `${state.name}-${size.name}-${colorScheme}.png`) })
        await context.close()
      }
    }
}

await mkdir(FOLDER, { recursive: true })
const browser = await launchChromium()
try {
  await takeAll(browser)
} finally {
  await browser.close()
}
