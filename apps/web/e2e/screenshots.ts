import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from './chromium.ts'

/*
 * Takes a picture of every page and state of a running product with its demo team, light and dark, wide and narrow,
 * into `screenshots/` for people to look at. The address is the first argument; a second one picks states by name.
 */
const [url = 'http://localhost:3001', only = ''] = process.argv.slice(2)
const FOLDER = join(import.meta.dirname, '../../../screenshots')
const DEMO = { email: 'ines@harborpine.example', password: 'demo-harbor-pine' }
const SIZES = [
  { name: '1280', viewport: { width: 1280, height: 800 }, hasTouch: false, isMobile: false },
  { name: '360', viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
]
const SCHEMES = ['light', 'dark'] as const

interface State {
  name: string
  /** Leads the page, which is at the calendar of the demo, to the state. */
  reach: (page: Page) => Promise<void>
  isSignedOut?: boolean
}

const CONFLICTED = '.grid-event.is-conflict'

const email = (name: string) => `${name}@harborpine.example`
/** Five people of the demo in three zones, and a meeting that is too long for them. */
const FIVE = { people: ['ines', 'jonas', 'amara'].map(email), optional: ['kiran', 'lena'].map(email), minutes: 45 }
const IMPOSSIBLE = { people: ['ines', 'amara', 'kiran'].map(email), minutes: 240 }
/** The Thursday before Berlin's clocks go forward. */
const BEFORE_CHANGE = '2027-03-25T09:00:00Z'

const STATES: State[] = [
  { name: 'sign-in', isSignedOut: true, reach: (page) => open(page, '/sign-in') },
  {
    name: 'sign-in-errors',
    isSignedOut: true,
    reach: async (page) => {
      await open(page, '/sign-in')
      await page.getByLabel('E-mail').fill('ines@harborpine.example')
      await page.getByLabel('Password', { exact: true }).fill('not the password')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByRole('alert').first().waitFor()
    },
  },
  { name: 'session-ended', isSignedOut: true, reach: (page) => open(page, '/sign-in?hasExpired=true') },
  { name: 'sign-up', isSignedOut: true, reach: (page) => open(page, '/sign-up') },
  {
    name: 'sign-up-errors',
    isSignedOut: true,
    reach: async (page) => {
      await open(page, '/sign-up')
      await page.getByRole('button', { name: 'Create organization' }).click()
      await page.getByRole('alert').first().waitFor()
    },
  },
  { name: 'not-found', isSignedOut: true, reach: (page) => open(page, '/nowhere') },
  {
    name: 'error-page',
    isSignedOut: true,
    reach: async (page) => {
      await page.route('**/trpc/auth.me*', (route) => route.abort())
      await open(page, '/calendar')
      await page.getByText('This page could not be shown').waitFor()
    },
  },
  { name: 'week', reach: (page) => showView(page, 'week') },
  { name: 'day', reach: (page) => showView(page, 'day') },
  { name: 'month', reach: (page) => showView(page, 'month') },
  {
    name: 'week-everyone',
    reach: async (page) => {
      await open(page, `/calendar?view=week&people=everyone&date=${await nextMonday(page)}`)
      await page.locator('.event-card').first().waitFor()
    },
  },
  {
    name: 'details-conflict',
    reach: async (page) => {
      await showView(page, 'week')
      await page.locator(CONFLICTED).first().click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'delete-confirm',
    reach: async (page) => {
      await showView(page, 'week')
      await page.locator('.grid-event').first().click()
      await page.getByRole('button', { name: 'Delete' }).click()
      await page.getByRole('alertdialog').waitFor()
    },
  },
  {
    name: 'create',
    reach: async (page) => {
      await showView(page, 'week')
      await page.keyboard.press('c')
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'create-errors',
    reach: async (page) => {
      await showView(page, 'week')
      await page.keyboard.press('c')
      await page.getByLabel('End date').fill('2020-01-01')
      await page.getByLabel('Meeting link').fill('zoom room 4')
      await page.getByRole('button', { name: 'Create event' }).click()
      await page.getByRole('alert').first().waitFor()
    },
  },
  {
    name: 'edit-conflict',
    reach: async (page) => {
      await showView(page, 'week')
      await page.locator(CONFLICTED).first().click()
      await page.getByRole('button', { name: 'Edit' }).click()
      await page.getByText('This time overlaps').waitFor()
      await page.getByText('This time overlaps').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'people-picker',
    reach: async (page) => {
      await showView(page, 'week')
      await page.keyboard.press('c')
      await page.getByLabel('Participants').click()
      await page.getByRole('option').first().waitFor()
    },
  },
  {
    name: 'user-menu',
    reach: async (page) => {
      await showView(page, 'week')
      await page.getByRole('button', { name: /account and theme/ }).click()
      await page.getByRole('dialog', { name: 'Account' }).waitFor()
    },
  },
  {
    name: 'shortcuts',
    reach: async (page) => {
      await showView(page, 'week')
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'event-outside-hours',
    reach: async (page) => {
      await showView(page, 'week')
      await page.keyboard.press('c')
      await page.getByLabel('Title').fill('Late call')
      await page.getByLabel('Start time').fill('22:00')
      await page.getByText('Outside of somebody’s hours').scrollIntoViewIfNeeded()
    },
  },
  { name: 'availability', reach: (page) => openAvailability(page) },
  {
    name: 'availability-changed',
    reach: async (page) => {
      await openAvailability(page)
      await page.getByLabel('Start of range 2 on Monday').fill('12:00')
      await page.getByLabel('End of range 2 on Tuesday').fill('00:00')
      await page.getByLabel('Start of range 2 on Thursday').fill('22:00')
      await page.getByLabel('End of range 2 on Thursday').fill('06:00')
      await page.getByRole('switch', { name: 'Sunday' }).click()
    },
  },
  {
    name: 'availability-preview',
    reach: async (page) => {
      await openAvailability(page)
      await page.getByRole('switch', { name: 'Sunday' }).click()
      await page.getByRole('region', { name: 'The next seven days' }).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'availability-dates',
    reach: async (page) => {
      await openAvailability(page)
      await page.getByRole('button', { name: 'Add a date' }).click()
      await page.getByRole('button', { name: 'Add a date' }).click()
      await page.getByText('Hours', { exact: true }).last().click()
      await page.getByRole('region', { name: 'Single dates' }).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'availability-copy',
    reach: async (page) => {
      await openAvailability(page)
      await page.getByRole('button', { name: 'Copy Monday to other days' }).click()
      await page.getByRole('button', { name: 'Copy hours' }).waitFor()
    },
  },
  {
    name: 'availability-leave',
    reach: async (page) => {
      await openAvailability(page)
      await page.getByRole('switch', { name: 'Sunday' }).click()
      await page.getByRole('link', { name: 'Calendar', exact: true }).click()
      await page.getByRole('alertdialog').waitFor()
    },
  },
  {
    name: 'availability-loading',
    reach: async (page) => {
      await page.route('**/trpc/availability.get*', () => {})
      await open(page, '/calendar/availability')
      await page.getByRole('status', { name: 'Loading the hours' }).waitFor()
    },
  },
  {
    name: 'availability-failed',
    reach: async (page) => {
      await page.route('**/trpc/availability.get*', (route) => route.abort())
      await open(page, '/calendar/availability')
      await page.getByText('could not be loaded').waitFor()
    },
  },
  { name: 'suggest', reach: (page) => search(page, FIVE) },
  {
    name: 'suggest-score',
    reach: async (page) => {
      await search(page, FIVE)
      await page.getByText('How the score is made up').first().click()
      await page.getByRole('list', { name: 'Suggested times' }).evaluate((list) => list.scrollIntoView())
    },
  },
  {
    name: 'suggest-grid',
    reach: async (page) => {
      await search(page, FIVE)
      await page.getByRole('button', { name: 'Why not another time?' }).click()
    },
  },
  {
    name: 'suggest-grid-clock-change',
    reach: async (page) => {
      await search(page, { ...FIVE, from: '2027-03-28', to: '2027-04-02' })
      await page.getByRole('button', { name: 'Why not another time?' }).click()
      const earlier = page.getByRole('button', { name: 'Earlier days' })
      if (await earlier.isEnabled()) await earlier.click()
      await page.getByText('The clocks skip this time').first().scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'suggest-why-not',
    reach: async (page) => {
      await search(page, { ...FIVE, from: await nextMonday(page) })
      await page
        .getByRole('grid')
        .getByRole('button', { name: /11:00 AM/ })
        .first()
        .click()
      await page.getByText('What is in the way').waitFor()
    },
  },
  {
    name: 'suggest-impossible',
    reach: async (page) => {
      await openSearch(page, IMPOSSIBLE)
      await page.getByText('No time suits everybody').evaluate((heading) => heading.scrollIntoView({ block: 'center' }))
    },
  },
  {
    name: 'suggest-searching',
    reach: async (page) => {
      await page.route('**/trpc/scheduling.suggest*', () => {})
      await openSearch(page, FIVE)
      await page.getByRole('status', { name: 'Searching' }).evaluate((status) => status.scrollIntoView())
    },
  },
  {
    name: 'suggest-failed',
    reach: async (page) => {
      await page.route('**/trpc/scheduling.suggest*', (route) => route.abort())
      await openSearch(page, FIVE)
      await page.getByText('The search failed').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'empty',
    reach: async (page) => {
      await open(page, '/calendar?view=week&date=2031-06-10')
      await page.getByText('Nothing scheduled').waitFor()
    },
  },
  {
    name: 'loading',
    reach: async (page) => {
      await page.route('**/trpc/events.list*', () => {})
      await open(page, '/calendar?view=week&date=2031-07-10')
      await page.getByRole('status', { name: 'Loading the calendar' }).waitFor()
    },
  },
  {
    name: 'failed',
    reach: async (page) => {
      await page.route('**/trpc/events.list*', (route) => route.abort())
      await open(page, '/calendar?view=week&date=2031-07-10')
      await page.getByText('could not be loaded').waitFor()
    },
  },
  {
    name: 'offline',
    reach: async (page) => {
      await showView(page, 'week')
      await page.context().setOffline(true)
      await page.getByText('You are offline').waitFor()
    },
  },
]

async function open(page: Page, path: string): Promise<void> {
  await page.goto(url + path)
  await page.getByRole('main').waitFor()
}

async function openAvailability(page: Page): Promise<void> {
  await page.clock.setFixedTime(BEFORE_CHANGE)
  await open(page, '/calendar/availability')
  await page.getByRole('heading', { name: 'Weekly hours' }).waitFor()
}

async function openSearch(page: Page, search: object): Promise<void> {
  const entries = Object.entries(search).map(([key, value]): [string, string] => [
    key,
    typeof value === 'string' ? value : JSON.stringify(value),
  ])
  await open(page, `/calendar/suggest?${new URLSearchParams(entries)}`)
}

async function search(page: Page, search: object): Promise<void> {
  await openSearch(page, search)
  await page.getByRole('list', { name: 'Suggested times' }).waitFor()
}

/** The week of the demo that has not begun yet, where nothing is completed. */
async function nextMonday(page: Page): Promise<string> {
  return page.evaluate(() => {
    const day = new Date()
    day.setDate(day.getDate() + ((8 - day.getDay()) % 7 || 7))
    return day.toISOString().slice(0, 10)
  })
}

async function showView(page: Page, view: string): Promise<void> {
  const wednesday = new Date(`${await nextMonday(page)}T12:00:00Z`)
  wednesday.setUTCDate(wednesday.getUTCDate() + 2)
  await open(page, `/calendar?view=${view}&date=${wednesday.toISOString().slice(0, 10)}`)
  await page.locator('.event-card, .sx__month-agenda-day').first().waitFor()
}

async function signIn(page: Page): Promise<void> {
  await open(page, '/sign-in')
  await page.getByLabel('E-mail').fill(DEMO.email)
  await page.getByLabel('Password', { exact: true }).fill(DEMO.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
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
      const settings = { ...size, colorScheme, locale: 'en-US' }
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
