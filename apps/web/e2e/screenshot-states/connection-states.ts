import type { Page } from 'playwright-core'
import { open, showView, type State } from './state.ts'

const MINUTE_MS = 60_000
const ID = '019ab2c4-0000-7000-8000-000000000001'
const EMAIL = 'ines@harborpine.example'

const CALENDARS = [
  { id: 'c1', name: EMAIL, isPrimary: true, accessRole: 'owner', isSelected: true },
  { id: 'c2', name: 'Harbor & Pine projects', isPrimary: false, accessRole: 'writer', isSelected: true },
  { id: 'c3', name: 'Holidays in Germany', isPrimary: false, accessRole: 'reader', isSelected: false },
  { id: 'c4', name: 'Omar Pine', isPrimary: false, accessRole: 'freeBusyReader', isSelected: false },
]

const CONNECTION = {
  id: ID,
  provider: 'GOOGLE',
  providerEmail: EMAIL,
  status: 'ACTIVE',
  isActive: true,
  syncEnabled: true,
  lastSyncAt: ago(2),
  problem: null,
  pendingChanges: 0,
  calendars: CALENDARS,
  isSyncing: false,
  progress: null,
}

const WITHDRAWN = {
  status: 'NEEDS_REAUTH',
  isActive: false,
  lastSyncAt: ago(60 * 26),
  pendingChanges: 3,
  problem: {
    reason: 'CONSENT_WITHDRAWN',
    message: 'Google does not accept our permission any more: it was withdrawn, or has expired.',
    action: 'Connect again. Changes made meanwhile are kept, and are sent then.',
    since: ago(60 * 25),
  },
}

const PLACE = (location: string) => ({ title: 'Site visit', description: null, location, meetingLink: null })
const TIME = (startsAt: string, endsAt: string) => ({
  allDay: false,
  timeZone: 'Europe/Berlin',
  recurrence: null,
  startsAt: `2026-12-01T${startsAt}:00`,
  endsAt: `2026-12-01T${endsAt}:00`,
})

const ENTRIES = [
  entry(2, 'push', 'push', 'A change made here was written to the calendar.', 'Quarter plan with Omar'),
  entry(
    9,
    'pull',
    'conflict-theirs-won',
    'The same was changed on both sides; what was changed in the calendar was kept.',
    'Site visit',
    {
      needsAttention: true,
      detail: {
        lost: [
          { side: 'here', group: 'time', kept: TIME('14:00', '15:00'), dropped: TIME('10:30', '11:30') },
          { side: 'here', group: 'text', kept: PLACE('Pier 4'), dropped: PLACE('Studio 2') },
        ],
      },
    },
  ),
  entry(
    44,
    'pull',
    'cancelled-here',
    'The event was deleted in the calendar, and is cancelled here; it can be restored for 30 days.',
    'Write the release notes',
  ),
  entry(70, 'pull', 'quarantined', 'The event can not be read, and was set aside; all others go on.', 'Something odd', {
    eventId: null,
    needsAttention: true,
  }),
  entry(120, 'pull', 'import', 'An event of the calendar was added here.', 'Dentist'),
  entry(121, 'connection', 'connected', 'The account was connected.', null, { eventId: null }),
]

function entry(minutes: number, direction: string, outcome: string, message: string, title: string | null, more = {}) {
  const at = ago(minutes)
  const eventId = '019ab2c4-0000-7000-8000-0000000000e1'
  return {
    id: `${minutes}`,
    at,
    direction,
    outcome,
    message,
    title,
    eventId,
    detail: null,
    needsAttention: false,
    ...more,
  }
}

function ago(minutes: number): string {
  return new Date(Date.now() - minutes * MINUTE_MS).toISOString()
}

interface Answers {
  connections?: object[]
  usesDemo?: boolean
  canLink?: boolean
}

/** Has the page see such connections, whatever there are. */
async function answer(page: Page, { connections = [CONNECTION], usesDemo = false, canLink = true }: Answers = {}) {
  const reply = (path: string, data: object) =>
    page.route(`**/trpc/connections.${path}*`, (route) => route.fulfill({ json: { result: { data } } }))
  await reply('list', { connections, usesDemo, canLink })
  await reply('log', { entries: ENTRIES })
}

async function openConnections(page: Page, answers?: Answers, search = ''): Promise<void> {
  await answer(page, answers)
  await open(page, `/calendar/connections${search}`)
  await page.getByRole('status', { name: 'Loading' }).waitFor({ state: 'detached' })
}

/** Lets every other event of the demo look as if it came from Google. */
async function importSome(page: Page): Promise<void> {
  await page.route('**/trpc/events.list*', async (route) => {
    const response = await route.fetch()
    const body = await response.json()
    for (const [index, event] of body.result.data.events.entries()) if (index % 2 === 0) event.source = 'google'
    await route.fulfill({ response, json: body })
  })
}

/** Accounts of other calendars, and what came from them. */
export const CONNECTION_STATES: State[] = [
  { name: 'connections-empty', reach: (page) => openConnections(page, { connections: [], usesDemo: true }) },
  {
    name: 'connections-consent',
    reach: async (page) => {
      await openConnections(page, { connections: [], usesDemo: true })
      await page.getByRole('button', { name: 'Connect Google Calendar' }).click()
      await page.getByText('Demo: this is a stand-in of Google').waitFor()
    },
  },
  { name: 'connections-not-set-up', reach: (page) => openConnections(page, { connections: [], canLink: false }) },
  { name: 'connections-linked', reach: (page) => openConnections(page, {}, `?connected=${EMAIL}`) },
  {
    name: 'connections-syncing',
    reach: (page) =>
      openConnections(page, {
        connections: [{ ...CONNECTION, isSyncing: true, lastSyncAt: null, progress: { items: 1250 } }],
      }),
  },
  {
    name: 'connections-broken',
    reach: (page) => openConnections(page, { connections: [{ ...CONNECTION, ...WITHDRAWN }] }),
  },
  {
    name: 'connections-paused-and-gone',
    reach: (page) =>
      openConnections(page, {
        connections: [
          { ...CONNECTION, status: 'PAUSED', isActive: false, pendingChanges: 1 },
          { ...CONNECTION, id: 'b', providerEmail: 'studio@harborpine.example', status: 'DISCONNECTED' },
        ],
      }),
  },
  {
    name: 'connections-scopes-missing',
    reach: (page) => openConnections(page, { connections: [] }, '?problem=SCOPES_MISSING'),
  },
  {
    name: 'connections-calendars',
    reach: async (page) => {
      await openConnections(page)
      await page.getByLabel('Harbor & Pine projects').uncheck()
    },
  },
  {
    name: 'connections-log',
    reach: async (page) => {
      await openConnections(page)
      await page.getByRole('region', { name: 'Sync log' }).evaluate((log) => log.scrollIntoView())
    },
  },
  {
    name: 'connections-disconnect',
    reach: async (page) => {
      await openConnections(page)
      await page.getByRole('button', { name: `Disconnect ${EMAIL}` }).click()
    },
  },
  {
    name: 'broken-sync-banner',
    reach: async (page) => {
      await answer(page, { connections: [{ ...CONNECTION, ...WITHDRAWN }] })
      await showView(page, 'week')
      await page.getByText('is not in step').waitFor()
    },
  },
  {
    name: 'imported-events',
    reach: async (page) => {
      await importSome(page)
      await showView(page, 'week')
    },
  },
  {
    name: 'imported-event',
    reach: async (page) => {
      await importSome(page)
      await showView(page, 'day')
      await page.locator('.grid-event.is-imported').first().click()
      await page.getByText('From Google Calendar', { exact: true }).waitFor()
    },
  },
]
