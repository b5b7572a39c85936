import type { Page } from 'playwright-core'
import { BEFORE_CHANGE, open, type State } from './state.ts'

async function openAvailability(page: Page): Promise<void> {
  await page.clock.setFixedTime(BEFORE_CHANGE)
  await open(page, '/calendar/availability')
  await page.getByRole('heading', { name: 'Weekly hours' }).waitFor()
}

/** The editor of working hours. */
export const AVAILABILITY_STATES: State[] = [
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
]
