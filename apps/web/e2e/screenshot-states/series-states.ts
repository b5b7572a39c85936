import type { Page } from 'playwright-core'
import { open, type State } from './state.ts'

/** A week in which the demo has nothing else. */
const TUESDAY = '2032-03-09'

async function call(
  page: Page,
  procedure: string,
  data: object,
): Promise<{ id: string; version: number; ownFields: string[] }> {
  const { origin } = new URL(page.url())
  const response = await page.request.post(`/trpc/${procedure}`, { headers: { origin }, data })
  const { result } = await response.json()
  return result.data.event
}

/** Made once: asking again answers with the same event. */
function create(page: Page, title: string, [from, to]: [string, string], recurrence?: string) {
  return call(page, 'events.create', {
    title,
    startsAt: `${TUESDAY}T${from}:00+01:00`,
    endsAt: `${TUESDAY}T${to}:00+01:00`,
    timeZone: 'Europe/Berlin',
    participants: [{ email: 'jonas@harborpine.example' }],
    recurrence,
    idempotencyKey: `picture of ${title}`,
  })
}

/** A week with series in it, one of them with an occurrence that has a place of its own. */
async function showSeries(page: Page, view = 'week'): Promise<void> {
  await open(page, `/calendar?view=${view}&date=${TUESDAY}`)
  await create(page, 'Standup', ['09:00', '09:15'], 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR')
  await create(page, 'Payroll', ['15:00', '15:30'], 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=7')
  await create(page, 'Candidate visit', ['13:00', '14:30'])
  const rule = 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20330311T225959Z'
  const { id, version, ownFields } = await create(page, 'Planning', ['10:30', '11:30'], rule)
  if (ownFields.length === 0) await call(page, 'events.update', { id, version, location: 'The roof', scope: 'this' })
  await page.reload()
  await page.locator('.event-card', { hasText: 'Planning' }).first().waitFor()
}

async function openForm(page: Page, title: string): Promise<void> {
  await showSeries(page, 'day')
  await page.locator('.grid-event', { hasText: title }).click()
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByLabel('Title').waitFor()
}

/** Events that repeat. */
export const SERIES_STATES: State[] = [
  { name: 'series-week', reach: (page) => showSeries(page) },
  { name: 'series-month', reach: (page) => showSeries(page, 'month') },
  {
    name: 'series-create',
    reach: async (page) => {
      await showSeries(page, 'day')
      await page.keyboard.press('c')
      await page.getByLabel('Title').fill('Design review')
      await page.getByLabel('Start date').fill(TUESDAY)
      await page.getByLabel('Start time').fill('10:45')
      await page.getByLabel('Repeat', { exact: true }).selectOption('Custom…')
      await page.getByLabel('Interval').fill('2')
      await page.getByRole('button', { name: 'Thursday' }).click()
      await page.getByText('On a date', { exact: true }).click()
      await page.getByText(/of \d+ occurrences free/).waitFor()
      await page.getByLabel('Interval').evaluate((input) => input.scrollIntoView({ block: 'center' }))
    },
  },
  {
    name: 'series-clashes',
    reach: async (page) => {
      await showSeries(page, 'day')
      await page.keyboard.press('c')
      await page.getByLabel('Start date').fill(TUESDAY)
      await page.getByLabel('Start time').fill('10:45')
      await page.getByLabel('Repeat', { exact: true }).selectOption('Every week on Tuesday')
      await page.getByText(/of \d+ weeks free/).waitFor()
      await page.getByText('You can still save').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'series-months',
    reach: async (page) => {
      await showSeries(page, 'day')
      await page.keyboard.press('c')
      await page.getByLabel('Start date').fill(TUESDAY)
      await page.getByLabel('Start time').fill('16:00')
      await page.getByLabel('Repeat', { exact: true }).selectOption('Every month on the second Tuesday')
      await page.getByLabel('Repeat', { exact: true }).selectOption('Custom…')
      await page.getByText('After', { exact: true }).click()
      await page.getByText(/are free for everyone required/).waitFor()
      await page.getByLabel('Interval').evaluate((input) => input.scrollIntoView({ block: 'center' }))
    },
  },
  {
    name: 'series-fixed-rule',
    reach: async (page) => {
      await openForm(page, 'Payroll')
      await page.getByRole('button', { name: 'Change…' }).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'series-details',
    reach: async (page) => {
      await showSeries(page, 'day')
      await page.locator('.grid-event', { hasText: 'Planning' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'series-question',
    reach: async (page) => {
      await openForm(page, 'Planning')
      await page.getByLabel('Location').fill('Room 4')
      await page.getByRole('button', { name: 'Save changes' }).click()
      await page.getByRole('dialog', { name: 'Change which events?' }).waitFor()
    },
  },
  {
    name: 'series-question-new-rule',
    reach: async (page) => {
      await openForm(page, 'Planning')
      await page.getByLabel('Repeat', { exact: true }).selectOption('Every weekday')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByRole('dialog', { name: 'Change which events?' }).waitFor()
    },
  },
  {
    name: 'series-delete',
    reach: async (page) => {
      await showSeries(page, 'day')
      await page.locator('.grid-event', { hasText: 'Planning' }).click()
      await page.getByRole('button', { name: 'Delete' }).click()
      await page.getByRole('dialog', { name: 'Delete which events?' }).waitFor()
    },
  },
  {
    name: 'series-edit-clashes',
    reach: async (page) => {
      await openForm(page, 'Planning')
      await page.getByLabel('Start time').fill('12:30')
      await page.getByText('If the following events change too').waitFor()
      await page.getByText('If the following events change too').scrollIntoViewIfNeeded()
    },
  },
]
