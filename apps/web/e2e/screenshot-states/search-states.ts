import { open, type State } from './state.ts'

/** Events and people, found by words. */
export const SEARCH_STATES: State[] = [
  {
    name: 'search',
    reach: async (page) => {
      await open(page, '/search?text=re')
      await page.locator('[data-result]').first().waitFor()
    },
  },
  {
    name: 'search-person',
    reach: async (page) => {
      await open(page, '/search?text=harbor+in')
      await page.getByRole('region', { name: 'People' }).waitFor()
    },
  },
  {
    name: 'search-start',
    reach: async (page) => {
      await open(page, '/search')
      await page.getByText('What are you looking for?').waitFor()
    },
  },
  {
    name: 'search-nothing',
    reach: async (page) => {
      await open(page, '/search?text=xyzzy')
      await page.getByText('Nothing found for').waitFor()
    },
  },
  {
    name: 'search-failed',
    reach: async (page) => {
      await page.route('**/trpc/events.search*', (route) => route.abort())
      await open(page, '/search?text=plan')
      await page.getByText('The search did not work').waitFor()
    },
  },
]
