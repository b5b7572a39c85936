import type { Page } from 'playwright-core'
import { open, showView, type State } from './state.ts'

/** As somebody sees it who has chosen a region. */
async function choose(page: Page, region: string): Promise<void> {
  await page.addInitScript((chosen) => localStorage.setItem('astralis.region', chosen), region)
}

/** Other regions than that of the other pictures; Arabic runs right to left. */
export const LOCALE_STATES: State[] = [
  ...(['week', 'month'] as const).map((view) => ({
    name: `locale-arabic-${view}`,
    reach: async (page: Page) => {
      await choose(page, 'ar-EG')
      await showView(page, view)
    },
  })),
  {
    name: 'locale-arabic-form',
    reach: async (page) => {
      await choose(page, 'ar-EG')
      await showView(page, 'week')
      await page.keyboard.press('c')
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'locale-arabic-suggest',
    reach: async (page) => {
      await choose(page, 'ar-EG')
      await open(page, '/calendar/suggest')
      await page.getByRole('list', { name: 'Suggested times' }).waitFor()
    },
  },
  {
    name: 'locale-japanese-week',
    reach: async (page) => {
      await choose(page, 'ja-JP')
      await showView(page, 'week')
    },
  },
  {
    name: 'locale-settings',
    reach: async (page) => {
      await open(page, '/settings')
      await page.getByLabel('Region').selectOption('de-DE')
      await page.getByLabel('Region').scrollIntoViewIfNeeded()
    },
  },
]
