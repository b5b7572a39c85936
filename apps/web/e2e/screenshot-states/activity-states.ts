import type { Page } from 'playwright-core'
import { open, type State } from './state.ts'

async function openActivity(page: Page, search = ''): Promise<void> {
  await open(page, `/activity${search}`)
  await page.getByRole('main').locator('details').first().waitFor()
}

/** Who changed what. */
export const ACTIVITY_STATES: State[] = [
  { name: 'activity', reach: (page) => openActivity(page) },
  {
    name: 'activity-opened',
    reach: async (page) => {
      await openActivity(page, '?entity=event')
      await page.getByRole('main').locator('summary', { hasText: 'booked' }).first().click()
      await page.getByRole('row', { name: /Starts/ }).waitFor()
    },
  },
  {
    name: 'activity-nothing',
    reach: async (page) => {
      await open(page, '/activity?from=1999-01-01&to=1999-12-31')
      await page.getByText('Nothing like that').waitFor()
    },
  },
  {
    name: 'activity-failed',
    reach: async (page) => {
      await page.route('**/trpc/activity.list*', (route) => route.abort())
      await open(page, '/activity')
      await page.getByText('The activity log could not be loaded').waitFor()
    },
  },
]
