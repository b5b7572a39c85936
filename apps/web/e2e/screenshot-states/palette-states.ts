import type { Page } from 'playwright-core'
import { showView, type State } from './state.ts'

async function openPalette(page: Page, text: string): Promise<void> {
  await showView(page, 'week')
  await page.getByRole('button', { name: 'Do or find anything' }).click()
  await page.getByRole('option').first().waitFor()
  await page.getByRole('combobox').fill(text)
}

async function quickAdd(page: Page, text: string): Promise<void> {
  await openPalette(page, text)
  await page.getByRole('option', { name: /^Create / }).click()
  await page.getByRole('region', { name: 'What was understood' }).waitFor()
}

/** The palette, and an event in a sentence. */
export const PALETTE_STATES: State[] = [
  { name: 'palette', reach: (page) => openPalette(page, '') },
  { name: 'palette-people', reach: (page) => openPalette(page, 'jonas') },
  { name: 'palette-date', reach: (page) => openPalette(page, 'go to 12 May') },
  {
    name: 'palette-zone',
    reach: async (page) => {
      await openPalette(page, 'time zone')
      await page.getByRole('option', { name: /Change time zone/ }).click()
      await page.getByRole('combobox').fill('america')
    },
  },
  {
    name: 'quick-add',
    reach: async (page) => {
      await quickAdd(page, 'lunch with Jonas and zoe@partner.example tue 1pm 45m at Café Nord')
      await page
        .getByText(/Everyone required is free|This time overlaps|Outside of/)
        .first()
        .waitFor()
    },
  },
  {
    name: 'quick-add-repeats',
    reach: async (page) => {
      await quickAdd(page, 'every tuesday 9am New York time review with Zoe')
      await page.getByText('Every Tuesday').waitFor()
    },
  },
]
