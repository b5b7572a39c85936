import type { Page } from 'playwright-core'
import { nextMonday, open, type State } from './state.ts'

const email = (name: string) => `${name}@harborpine.example`
/** Five people of the demo in three zones, and a meeting that is too long for them. */
const FIVE = { people: ['ines', 'jonas', 'amara'].map(email), optional: ['kiran', 'lena'].map(email), minutes: 45 }
const IMPOSSIBLE = { people: ['ines', 'amara', 'kiran'].map(email), minutes: 240 }

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

/** Finding a time. */
export const SUGGEST_STATES: State[] = [
  { name: 'suggest', reach: (page) => search(page, FIVE) },
  { name: 'suggest-weekly', reach: (page) => search(page, { ...FIVE, repeat: 'weekly' }) },
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
]
