import type { Page } from 'playwright-core'
import { nextMonday, open, type State } from './state.ts'

async function showTeam(page: Page, search = ''): Promise<void> {
  const tuesday = new Date(`${await nextMonday(page)}T12:00:00Z`)
  tuesday.setUTCDate(tuesday.getUTCDate() + 1)
  await open(page, `/team?date=${tuesday.toISOString().slice(0, 10)}${search}`)
  await page.locator('[data-block]').first().waitFor()
}

/** An hour in the afternoon of Europe, where most of them could come. */
const AFTERNOON_HOURS = 15

async function propose(page: Page): Promise<void> {
  await page.getByRole('grid', { name: 'Team' }).focus()
  await page.keyboard.press('Home')
  for (let hour = 0; hour < AFTERNOON_HOURS; hour++) await page.keyboard.press('PageDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Proposed time' }).waitFor()
}

/** People side by side. */
export const TEAM_STATES: State[] = [
  { name: 'team-day', reach: (page) => showTeam(page) },
  { name: 'team-week', reach: (page) => showTeam(page, '&view=week') },
  {
    name: 'team-proposal',
    reach: async (page) => {
      await showTeam(page)
      await propose(page)
    },
  },
  {
    name: 'team-clock-change',
    reach: async (page) => {
      await open(page, '/team?date=2026-10-25')
      const grid = page.getByRole('grid', { name: 'Team' })
      await grid.focus()
      await page.keyboard.press('Home')
    },
  },
  {
    name: 'team-loading',
    reach: async (page) => {
      await page.route('**/trpc/scheduling.team*', () => {})
      await open(page, '/team')
      await page.getByRole('status', { name: 'Loading the team' }).waitFor()
    },
  },
  {
    name: 'team-failed',
    reach: async (page) => {
      await page.route('**/trpc/scheduling.team*', (route) => route.abort())
      await open(page, '/team')
      await page.getByText('The team could not be loaded').waitFor()
    },
  },
]
