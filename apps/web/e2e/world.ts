import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { onTestFinished, TestRunner } from 'vitest'
import { startTestServer, type TestServer } from '../../server/src/testing/start-test-server.ts'
import { launchChromium } from './chromium.ts'

/** Every journey happens in this week, far from the clock change and from today: nothing is past or completed. */
export const MONDAY = '2031-06-09'
export const TUESDAY = '2031-06-10'
export const WEDNESDAY = '2031-06-11'

/** Also of a machine whose other core has a browser of its own. */
const PATIENCE_MS = 20_000

export const WIDE: BrowserContextOptions = { viewport: { width: 1280, height: 900 } }
export const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

/** A server of its own and a browser, for one test file. */
export class World {
  readonly server: TestServer
  readonly browser: Browser
  #people = 0

  private constructor(server: TestServer, browser: Browser) {
    this.server = server
    this.browser = browser
  }

  static async start(options: Parameters<typeof startTestServer>[0] = {}): Promise<World> {
    const [server, browser] = await Promise.all([startTestServer(options), launchChromium()])
    return new World(server, browser)
  }

  async stop(): Promise<void> {
    await this.browser.close()
    await this.server.stop()
  }

  /**
   * A browser of its own, for a person in Berlin who reads English and writes 24 hours. It goes with the test that opened
   * it: what nobody looks at any more, but still follows every change, takes time from those that follow.
   */
  async newPage(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({
      baseURL: this.server.url,
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
      reducedMotion: 'reduce',
      ...WIDE,
      ...options,
    })
    context.setDefaultTimeout(PATIENCE_MS)
    if (TestRunner.getCurrentTest()) onTestFinished(() => context.close())
    return context.newPage()
  }

  /** A page of somebody who has just signed up, at the calendar of the test's week. */
  async signedUp(options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.newcomer(options)
    await openWeek(page)
    return page
  }

  /** A page of somebody who has just signed up, has opened nothing yet, and has put the first steps away. */
  async newcomer(options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.newPage(options)
    this.#people += 1
    await call(page, 'auth.signUp', {
      organizationName: 'Lighthouse Ltd',
      name: 'Ana Silva',
      email: `ana${this.#people}@lighthouse.example`,
      password: 'a long enough password',
      timeZone: 'Europe/Berlin',
    })
    // Others than those of the first steps are about people who are past them, without a line in the log.
    await this.server.execute('update users set is_new = false')
    return page
  }
}

/** Calls a procedure as the page would, with its cookie; answers with what the procedure returned. */
export async function call<T = unknown>(page: Page, procedure: string, input: object): Promise<T> {
  if (page.url() === 'about:blank') await page.goto('/sign-in')
  return page.evaluate(
    async ([path, body]) => {
      const response = await fetch(`/trpc/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      })
      const answer = await response.json()
      if (!response.ok) throw new Error(JSON.stringify(answer))
      return answer.result.data
    },
    [procedure, JSON.stringify(input)] as const,
  )
}

/** Asks a procedure that only answers, as `call` does. */
export async function query<T>(page: Page, procedure: string, input?: object): Promise<T> {
  return page.evaluate(
    async ([path, search]) => {
      const response = await fetch(`/trpc/${path}${search}`)
      const answer = await response.json()
      if (!response.ok) throw new Error(JSON.stringify(answer))
      return answer.result.data
    },
    [procedure, input ? `?input=${encodeURIComponent(JSON.stringify(input))}` : ''] as const,
  )
}

interface Colleague {
  name: string
  timeZone: string
  role: 'ADMIN' | 'OPERATOR' | 'CLIENT'
}

/** Puts somebody beside the signed-in person, with the same password, into their organization; answers with an e-mail. */
export async function hire(world: World, page: Page, { name, timeZone, role }: Colleague): Promise<string> {
  const { user } = await query<{ user: { id: string; email: string } }>(page, 'auth.me')
  const email = `${name.split(' ', 1)[0]?.toLowerCase()}.${user.email}`
  const changes = `'id', gen_random_uuid(), 'email', '${email}', 'name', '${name}', 'time_zone', '${timeZone}', 'role', '${role}'`
  await world.server.execute(
    `insert into users select (jsonb_populate_record(u, jsonb_build_object(${changes}))).* from users u where id = '${user.id}'`,
  )
  return email
}

/** Books an event on a day of the test's week at Berlin's summer time, without the form. */
export async function book(
  page: Page,
  event: { title: string; date?: string; from: string; to: string; participants?: { email: string }[] },
): Promise<void> {
  const { title, date = TUESDAY, from, to, participants = [] } = event
  await call(page, 'events.create', {
    title,
    startsAt: `${date}T${from}:00+02:00`,
    endsAt: `${date}T${to}:00+02:00`,
    participants,
  })
}

export async function openWeek(page: Page): Promise<void> {
  await openCalendar(page, 'week')
}

export async function openCalendar(page: Page, view: string, date = TUESDAY): Promise<void> {
  await page.goto(`/calendar?view=${view}&date=${date}`)
  await page.locator('.sx__week-grid, .sx__month-grid-week, .sx__month-agenda-week').first().waitFor()
}

/** Ends the session without a word to the page: what it does next finds out, not the stream of changes. */
export async function endSession(page: Page): Promise<void> {
  await page.route('**/trpc/live.changes**', (route) => route.abort())
  await page.context().clearCookies()
}

/** The box of an event on the grid. */
export function box(page: Page, title: string): Locator {
  return page.locator('.grid-event', { hasText: title })
}

/** The column of hours of a day in the week or day view. */
export function column(page: Page, date: string): Locator {
  return page.locator(`[data-time-grid-date="${date}"]`)
}

/** What can be scrolled sideways: the page itself, or anything in it that scrolls. */
export function sidewaysScrollers(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => {
        const isScroller = ['auto', 'scroll'].includes(getComputedStyle(element).overflowX)
        const isPage = element === document.documentElement
        return (isScroller || isPage) && element.scrollWidth > element.clientWidth
      })
      .map((element) => `${element.tagName} ${element.className}: ${element.scrollWidth} of ${element.clientWidth}`),
  )
}

/** The panel at the side. */
export function panel(page: Page): Locator {
  // Not what dims the page while it is on its way.
  return page.locator('[role="dialog"]:not([aria-busy="true"])')
}

/** The toast with this text, once there is one; of several the newest. */
export async function toast(page: Page, text: string | RegExp): Promise<Locator> {
  const message = page.locator('[data-sonner-toast]', { hasText: text }).first()
  await message.waitFor()
  return message
}
