import type { Page } from 'playwright-core'
import { open, type State } from './state.ts'

const MINUTE_MS = 60_000
const DAY_MINUTES = 24 * 60
const EMAIL = 'ines@harborpine.example'

const SESSIONS = [
  session('1', 0, 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:143.0) Gecko/20100101 Firefox/143.0', true),
  session('2', 95, 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) Version/18.6 Mobile/15E148 Safari/604.1'),
  session('3', 9 * DAY_MINUTES, 'Harbor & Pine nightly export, version 3 of the script that nobody has touched since'),
]

function session(id: string, minutes: number, userAgent: string, isCurrent = false) {
  const lastUsedAt = inMinutes(-minutes)
  const createdAt = inMinutes(-minutes - 3 * DAY_MINUTES)
  return { id, origin: 'web 203.0.113.7', userAgent, createdAt, lastUsedAt, expiresAt: lastUsedAt, isCurrent }
}

const TOKENS = [
  token('1', 'Room display at the pier', 'CLIENT', {
    expiresAt: inMinutes(88 * DAY_MINUTES),
    lastUsedAt: inMinutes(-3),
  }),
  token('2', 'Nightly report', 'OPERATOR', { userId: 'jonas', userName: 'Jonas Weber' }),
  token('3', 'Import of last year’s calendar', 'ADMIN', { expiresAt: inMinutes(-DAY_MINUTES) }),
]

function token(id: string, name: string, role: string, more: object) {
  const createdAt = inMinutes(-30 * DAY_MINUTES)
  return {
    id,
    name,
    role,
    userId: 'jonas',
    userName: 'Ines Pine',
    expiresAt: null,
    lastUsedAt: null,
    createdAt,
    ...more,
  }
}

function inMinutes(minutes: number): string {
  return new Date(Date.now() + minutes * MINUTE_MS).toISOString()
}

async function answer(page: Page, procedure: string, data: object): Promise<void> {
  await page.route(`**/trpc/${procedure}*`, (route) => route.fulfill({ json: { result: { data } } }))
}

async function openSection(page: Page, section: string, region: string): Promise<void> {
  await open(page, `/settings?section=${section}`)
  await page.getByRole('region', { name: region }).waitFor()
}

async function openSecurity(page: Page, { isLinked = false, canLinkGoogle = true } = {}): Promise<void> {
  const identity = { provider: 'GOOGLE', accountEmail: EMAIL, createdAt: inMinutes(-50 * DAY_MINUTES) }
  await answer(page, 'account.identities', { identities: isLinked ? [identity] : [], canLinkGoogle })
  await answer(page, 'sessions.list', { sessions: SESSIONS })
  await openSection(page, 'security', 'Sessions')
}

async function openTokens(page: Page, tokens: object[]): Promise<void> {
  await answer(page, 'tokens.list', { tokens })
  await openSection(page, 'tokens', 'API tokens')
}

/** What people set for themselves, how they sign in, and what acts for them. */
export const SETTINGS_STATES: State[] = [
  { name: 'settings', reach: (page) => openSection(page, 'profile', 'Profile') },
  {
    name: 'settings-profile-errors',
    reach: async (page) => {
      await openSection(page, 'profile', 'Profile')
      await page.getByLabel('Your name').fill('')
      await page.getByRole('button', { name: 'Save profile' }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'settings-reminders',
    reach: async (page) => {
      await openSection(page, 'reminders', 'Reminders')
      await page.getByRole('button', { name: 'Add a reminder' }).click()
      await page.getByLabel('Length of reminder 3').fill('24')
      await page.getByLabel('Unit of reminder 3').selectOption('hours')
    },
  },
  {
    name: 'settings-unsaved',
    reach: async (page) => {
      await openSection(page, 'profile', 'Profile')
      await page.getByLabel('Your name').fill('Ines')
      await page.getByRole('link', { name: 'Security' }).click()
      await page.getByRole('alertdialog').waitFor()
    },
  },
  { name: 'settings-security', reach: (page) => openSecurity(page, { isLinked: true }) },
  {
    name: 'settings-password-errors',
    reach: async (page) => {
      await openSecurity(page, { isLinked: true })
      await page.getByRole('button', { name: 'Change password' }).click()
      await page.getByText('Enter your present password.').waitFor()
    },
  },
  {
    name: 'settings-sessions',
    reach: async (page) => {
      await openSecurity(page, { canLinkGoogle: false })
      await page.getByRole('region', { name: 'Sessions' }).evaluate((sessions) => sessions.scrollIntoView())
    },
  },
  {
    name: 'settings-link-google',
    reach: async (page) => {
      await openSecurity(page)
      await page.getByRole('button', { name: 'Link a Google account' }).click()
      await page.getByRole('button', { name: 'Continue at Google' }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'settings-linked',
    reach: async (page) => {
      await openSecurity(page, { isLinked: true })
      await open(page, `/settings?linked=${EMAIL}`)
      await page.getByText('From now on').waitFor()
    },
  },
  {
    name: 'settings-not-linked',
    reach: async (page) => {
      await openSecurity(page)
      await open(page, '/settings?problem=IDENTITY_TAKEN')
      await page.getByText('No Google account was linked').waitFor()
    },
  },
  { name: 'settings-tokens', reach: (page) => openTokens(page, TOKENS) },
  { name: 'settings-tokens-empty', reach: (page) => openTokens(page, []) },
  {
    name: 'settings-token-new',
    reach: async (page) => {
      await openTokens(page, TOKENS)
      await page.getByRole('button', { name: 'New token' }).click()
      await page.getByLabel('What it is for').fill('Room display')
      await page.getByLabel('Role').selectOption('Client')
    },
  },
  {
    name: 'settings-token-made',
    reach: async (page) => {
      const made = `astralis_00000000-0000-4000-8000-000000000000.${'shown-once-'.repeat(4).slice(0, 43)}`
      await answer(page, 'tokens.create', { id: '4', token: made })
      await openTokens(page, TOKENS)
      await page.getByRole('button', { name: 'New token' }).click()
      await page.getByLabel('What it is for').fill('Room display')
      await page.getByRole('button', { name: 'Make token' }).click()
      await page.getByText('it is not shown again').waitFor()
    },
  },
  {
    name: 'settings-token-revoke',
    reach: async (page) => {
      await openTokens(page, TOKENS)
      await page.getByRole('button', { name: 'Revoke Nightly report' }).click()
      await page.getByRole('alertdialog').waitFor()
    },
  },
  {
    name: 'settings-loading',
    reach: async (page) => {
      await page.route('**/trpc/tokens.list*', () => {})
      await open(page, '/settings?section=tokens')
      await page.getByRole('status', { name: 'Loading your API tokens' }).waitFor()
    },
  },
  {
    name: 'settings-failed',
    reach: async (page) => {
      await page.route('**/trpc/tokens.list*', (route) => route.abort())
      await open(page, '/settings?section=tokens')
      await page.getByText('could not be loaded').waitFor()
    },
  },
]
