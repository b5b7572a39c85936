import { nextMonday, open, showView, type State } from './state.ts'

const CONFLICTED = '.grid-event.is-conflict'

/** The calendar, its panels, and what it says when something is missing. */
export const CALENDAR_STATES: State[] = [
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
      await page.locator('.grid-event', { hasText: 'Quarterly planning' }).click()
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
      await page.getByLabel('Participants').fill('a')
      await page.getByRole('listbox').getByRole('option').first().waitFor()
    },
  },
  {
    name: 'user-menu',
    reach: async (page) => {
      await showView(page, 'week')
      await page.getByRole('button', { name: /account and theme/ }).click()
      await page.getByRole('button', { name: 'Sign out' }).waitFor()
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
