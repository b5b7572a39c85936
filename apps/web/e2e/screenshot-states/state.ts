import type { Page } from 'playwright-core'

export interface State {
  name: string
  /** Leads a page, which has opened nothing yet, to the state. */
  reach: (page: Page) => Promise<void>
  isSignedOut?: boolean
}

/** The Thursday before Berlin's clocks go forward. */
export const BEFORE_CHANGE = '2027-03-25T09:00:00Z'

export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.getByRole('main').waitFor()
}

/** The week of the demo that has not begun yet, where nothing is completed. */
export async function nextMonday(page: Page): Promise<string> {
  return page.evaluate(() => {
    const day = new Date()
    day.setDate(day.getDate() + ((8 - day.getDay()) % 7 || 7))
    return day.toISOString().slice(0, 10)
  })
}

export async function showView(page: Page, view: string): Promise<void> {
  const wednesday = new Date(`${await nextMonday(page)}T12:00:00Z`)
  wednesday.setUTCDate(wednesday.getUTCDate() + 2)
  await open(page, `/calendar?view=${view}&date=${wednesday.toISOString().slice(0, 10)}`)
  await page.locator('.event-card, .sx__month-agenda-day').first().waitFor()
}

/** Waits until what was opened is there, with its fonts, and nothing moves any more. */
export async function settle(page: Page): Promise<void> {
  await page.getByRole('dialog', { name: 'Opening' }).waitFor({ state: 'detached' })
  await page.evaluate(async () => {
    await document.fonts.ready
    const ending = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
    await Promise.allSettled(ending.map((animation) => animation.finished))
  })
}
