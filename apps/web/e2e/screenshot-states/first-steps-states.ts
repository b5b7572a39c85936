import type { Page } from 'playwright-core'
import { open, type State } from './state.ts'

const STEPS = ['HOURS', 'CALENDAR', 'COLLEAGUES', 'MEETING']
const STRANGERS = ['noor@pinecone.example', 'kai@pinecone.example']

/** The demo's people are not new: the page sees an answer of its own, with the first `done` steps taken. */
async function openSteps(page: Page, done: number): Promise<void> {
  const steps = STEPS.map((name, index) => ({ name, isDone: index < done }))
  await page.route('**/trpc/account.firstSteps*', (route) => route.fulfill({ json: { result: { data: { steps } } } }))
  await page.route('**/trpc/account.endFirstSteps', (route) => route.fulfill({ json: { result: { data: {} } } }))
  await open(page, '/calendar')
  await page.getByRole('region', { name: 'First steps' }).waitFor()
  await page.locator('.sx__week-grid, .sx__month-grid-week, .sx__month-agenda-week').first().waitFor()
}

/** What leads a newcomer to their first meeting. */
export const FIRST_STEPS_STATES: State[] = [
  { name: 'first-steps', reach: (page) => openSteps(page, 0) },
  { name: 'first-steps-calendar', reach: (page) => openSteps(page, 1) },
  { name: 'first-steps-colleagues', reach: (page) => openSteps(page, 2) },
  { name: 'first-steps-meeting', reach: (page) => openSteps(page, 3) },
  { name: 'first-steps-done', reach: (page) => openSteps(page, 4) },
  {
    name: 'first-steps-return',
    reach: async (page) => {
      await openSteps(page, 2)
      await open(page, '/calendar/connections?connected=GOOGLE')
      await page.getByText('Connected', { exact: true }).waitFor()
    },
  },
  {
    name: 'first-steps-invited',
    reach: async (page) => {
      await openSteps(page, 2)
      await page.route('**/trpc/members.invite', (route) => {
        const { email } = route.request().postDataJSON()
        if (email.startsWith('ines')) return route.abort()
        const link = `${new URL(page.url()).origin}/join/b7Jt0V1yQh2nXcTzWm4Lk9aR5sUe8PdF`
        const invitation = { id: email, email, role: 'CLIENT', expiresAt: '2027-03-10T09:00:00Z', link }
        return route.fulfill({ json: { result: { data: { invitation } } } })
      })
      await page.getByRole('button', { name: 'Invite colleagues' }).click()
      await page.getByLabel('E-mail addresses').fill([...STRANGERS, 'ines@pinecone.example'].join(', '))
      await page.getByRole('dialog').getByRole('button', { name: 'Invite', exact: true }).click()
      await page.getByRole('list', { name: 'Links to join' }).waitFor()
    },
  },
  {
    name: 'suggest-strangers',
    reach: async (page) => {
      const people = JSON.stringify(['ines@harborpine.example', ...STRANGERS])
      await open(page, `/calendar/suggest?${new URLSearchParams({ people })}`)
      await page
        .getByText('Not everybody’s hours are known')
        .evaluate((note) => note.scrollIntoView({ block: 'center' }))
    },
  },
]
