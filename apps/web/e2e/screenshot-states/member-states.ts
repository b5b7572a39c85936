import type { Page } from 'playwright-core'
import { open, type State } from './state.ts'

const DAY_MS = 86_400_000
const ORGANIZATION = 'Harbor & Pine Studio'
const GUEST = 'noor.haddad@harborpine.example'

interface Listed {
  name: string
  role: string
  isActive: boolean
}

/** Of `members.list` and of `auth.me`. */
interface Answer {
  members: Listed[]
  user: Listed
}

const INVITATIONS = [
  { id: 'i1', email: GUEST, role: 'OPERATOR', invitedBy: 'Ines Valbrook', createdAt: inDays(-1), expiresAt: inDays(6) },
  {
    id: 'i2',
    email: 'a.rather.long.address@brightwater-clinics.example',
    role: 'CLIENT',
    invitedBy: 'Jonas Ferrowald',
    createdAt: inDays(-6),
    expiresAt: inDays(1),
  },
]

function inDays(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString()
}

/** Has the page see an answer of its own for a procedure. */
async function answer(page: Page, procedure: string, data: object): Promise<void> {
  await page.route(`**/trpc/${procedure}*`, (route) => route.fulfill({ json: { result: { data } } }))
}

/** Changes what a procedure answers on its way to the page. */
async function change(page: Page, procedure: string, patch: (data: Answer) => void): Promise<void> {
  await page.route(`**/trpc/${procedure}*`, async (route) => {
    const response = await route.fetch()
    const body = await response.json()
    patch(body.result.data)
    await route.fulfill({ response, json: body })
  })
}

/** Everybody of the demo, of whom the last has been deactivated. */
async function openMembers(page: Page): Promise<void> {
  await change(page, 'members.list', ({ members }) => {
    for (const [index, member] of members.entries()) member.isActive = index < members.length - 1
  })
  await answer(page, 'members.invitations', { invitations: INVITATIONS })
  await open(page, '/members')
  await page.getByRole('list', { name: 'Open invitations' }).waitFor()
}

async function openInvitation(page: Page): Promise<void> {
  await answer(page, 'members.invitation?', { invitation: { ...INVITATIONS[0], organizationName: ORGANIZATION } })
  await open(page, '/join/from-a-mail')
  await page.getByRole('button', { name: 'Join' }).waitFor()
}

async function press(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click()
}

/** Who is in the organization, and joining it. */
export const MEMBER_STATES: State[] = [
  { name: 'members', reach: openMembers },
  {
    name: 'members-below',
    reach: async (page) => {
      await openMembers(page)
      await page.getByRole('region', { name: 'What each role may do' }).evaluate((guide) => guide.scrollIntoView())
    },
  },
  {
    name: 'members-alone',
    reach: async (page) => {
      await change(page, 'members.list', (data) => {
        data.members = data.members.filter(({ name }) => name.startsWith('Ines'))
      })
      await answer(page, 'members.invitations', { invitations: [] })
      await open(page, '/members')
      await page.getByText('No invitation is open').waitFor()
    },
  },
  {
    name: 'members-client',
    reach: async (page) => {
      await change(page, 'auth.me', ({ user }) => {
        user.role = 'CLIENT'
      })
      await open(page, '/members')
      await page.getByRole('list', { name: 'Members' }).waitFor()
    },
  },
  {
    name: 'members-invite',
    reach: async (page) => {
      await openMembers(page)
      await press(page, /^Invite$/)
      await page.getByLabel('E-mail').fill('noor at home')
      await page.getByRole('dialog').getByRole('button', { name: 'Invite' }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'members-invited',
    reach: async (page) => {
      await openMembers(page)
      const link = `${new URL(page.url()).origin}/join/b7Jt0V1yQh2nXcTzWm4Lk9aR5sUe8PdF`
      const invitation = { id: 'i3', email: GUEST, role: 'OPERATOR', expiresAt: inDays(7), link }
      await answer(page, 'members.invite', { invitation })
      await press(page, /^Invite$/)
      await page.getByLabel('E-mail').fill(GUEST)
      await page.getByRole('dialog').getByRole('button', { name: 'Invite' }).click()
      await page.getByLabel('Link to join').waitFor()
    },
  },
  {
    name: 'members-withdraw',
    reach: async (page) => {
      await openMembers(page)
      await press(page, /^Withdraw/)
      await page.getByRole('alertdialog').waitFor()
    },
  },
  {
    name: 'members-hand-over',
    reach: async (page) => {
      await openMembers(page)
      await press(page, /^Hand over/)
      await page.getByRole('dialog').getByRole('button', { name: 'Hand over' }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'members-deactivate',
    reach: async (page) => {
      await openMembers(page)
      await press(page, /^Deactivate/)
      await page.getByLabel('Their coming meetings').selectOption({ index: 2 })
    },
  },
  {
    name: 'members-last-admin',
    reach: async (page) => {
      await openMembers(page)
      await page.getByLabel(/^Role of Ines/).selectOption('CLIENT')
      await page.getByText('The role was not changed').waitFor()
    },
  },
  { name: 'join', isSignedOut: true, reach: openInvitation },
  {
    name: 'join-errors',
    isSignedOut: true,
    reach: async (page) => {
      await openInvitation(page)
      await page.getByRole('button', { name: 'Join' }).click()
      await page.getByRole('alert').first().waitFor()
    },
  },
  {
    name: 'join-taken',
    isSignedOut: true,
    reach: async (page) => {
      const data = { code: 'CONFLICT', httpStatus: 409, reason: 'EMAIL_TAKEN' }
      await page.route('**/trpc/members.acceptInvitation', (route) =>
        route.fulfill({ status: 409, json: { error: { code: -32_009, message: 'Taken.', data } } }),
      )
      await openInvitation(page)
      await page.getByLabel('Your name').fill('Noor Haddad')
      await page.getByLabel('Password', { exact: true }).fill('a long enough password')
      await page.getByRole('button', { name: 'Join' }).click()
      await page.getByText('There is an account with this address already').waitFor()
    },
  },
  {
    name: 'join-signed-in',
    reach: async (page) => {
      await openInvitation(page)
      await page.getByText('You are signed in as').waitFor()
    },
  },
  {
    name: 'join-unknown',
    isSignedOut: true,
    reach: async (page) => {
      await open(page, '/join/cut-off')
      await page.getByText('This invitation can not be used').waitFor()
    },
  },
]
