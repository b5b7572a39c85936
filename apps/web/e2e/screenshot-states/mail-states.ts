import type { Page } from 'playwright-core'
import { nextMonday, open, type State } from './state.ts'

const PATIENCE_MS = 60_000
const LOOK_AGAIN_MS = 1000

interface OutboxEntry {
  id: string
  kind: string
  subject: string
  recipientEmail: string
}

async function ask<T>(page: Page, procedure: string, input: object): Promise<T> {
  const response = await page.request.get(`/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`)
  const { result } = await response.json()
  return result.data
}

async function call<T>(page: Page, procedure: string, data: object): Promise<T> {
  const { origin } = new URL(page.url())
  const response = await page.request.post(`/trpc/${procedure}`, { headers: { origin }, data })
  const { result } = await response.json()
  return result.data
}

/** The invitation of somebody to something, once the worker has written it. */
async function findInvitation(page: Page, title: string, name: string): Promise<OutboxEntry> {
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_AGAIN_MS) {
    let before: string | undefined
    do {
      const { messages } = await ask<{ messages: OutboxEntry[] }>(page, 'mails.outbox', { before })
      const found = messages.find(
        ({ kind, subject, recipientEmail }) =>
          kind === 'invitation' && subject.includes(title) && recipientEmail.startsWith(name),
      )
      if (found) return found
      before = messages.at(-1)?.id
    } while (before)
    await page.waitForTimeout(LOOK_AGAIN_MS)
  }
  throw new Error(`The outbox has no invitation of ${name} to “${title}”. Is a worker running?`)
}

/** Opens the page that the link in a mail leads to. */
async function openInvitation(page: Page, title: string, name: string, search = ''): Promise<void> {
  if (page.url() === 'about:blank') await open(page, '/calendar')
  const { id } = await findInvitation(page, title, name)
  const { message } = await ask<{ message: { text: string } }>(page, 'mails.outboxMessage', { id })
  const path = /\/invitations\/[\w.-]+/.exec(message.text)?.[0]
  await open(page, `${path}${search}`)
  await page.getByRole('heading', { name: title }).waitFor()
}

/** An event that was called off after its guest had been invited; made once. */
async function openCancelled(page: Page): Promise<void> {
  await open(page, '/calendar')
  const title = 'Vendor demo: signage'
  const date = await nextMonday(page)
  const { event } = await call<{ event: { id: string; version: number; status: string } }>(page, 'events.create', {
    title,
    startsAt: `${date}T16:00:00+01:00`,
    endsAt: `${date}T16:45:00+01:00`,
    timeZone: 'Europe/Berlin',
    participants: [{ email: 'signage@vendor.example' }],
    location: 'Studio 2',
    idempotencyKey: `picture of ${title}`,
  })
  await findInvitation(page, title, 'signage')
  if (event.status !== 'CANCELLED') await call(page, 'events.cancel', { id: event.id, version: event.version })
  await openInvitation(page, title, 'signage')
}

async function openOutbox(page: Page): Promise<void> {
  await open(page, '/outbox')
  await page.getByRole('list', { name: 'Mails' }).waitFor()
}

async function openMail(page: Page, title: string, name: string, tab: string): Promise<void> {
  await open(page, '/outbox')
  const { id } = await findInvitation(page, title, name)
  await open(page, `/outbox?message=${id}`)
  await page.getByRole('tab', { name: tab }).click()
}

/** The retrospective, which many are invited to. */
async function openRetrospective(page: Page): Promise<void> {
  const friday = new Date(`${await nextMonday(page)}T12:00:00Z`)
  friday.setUTCDate(friday.getUTCDate() + 4)
  await open(page, `/calendar?view=day&date=${friday.toISOString().slice(0, 10)}`)
  await page.locator('.grid-event', { hasText: 'Retrospective' }).click()
  await page.getByText('Reminders 1 day').waitFor()
}

/** Lets some mails look as if a mail service had refused them or had not answered, which the outbox never does. */
async function failSome(page: Page, procedure: 'mails.list' | 'reminders.list'): Promise<void> {
  await page.route(`**/trpc/${procedure}*`, async (route) => {
    const response = await route.fetch()
    const answer = await response.json()
    const list: { status: string; sentAt: string | null; error: string | null; recipientEmail: string }[] =
      Object.values<[]>(answer.result.data)[0] ?? []
    for (const mail of list) {
      const isFirst = mail === list.find(({ recipientEmail }) => recipientEmail === mail.recipientEmail)
      if (!isFirst) continue
      if (mail.recipientEmail.startsWith('ines')) Object.assign(mail, { status: 'SENT' })
      if (mail.recipientEmail.startsWith('kiran'))
        Object.assign(mail, { status: 'FAILED', error: '550 5.1.1 The address has no mailbox here.' })
      if (mail.recipientEmail.startsWith('lena'))
        Object.assign(mail, { status: 'UNKNOWN', error: 'The mail service closed the connection.' })
    }
    await route.fulfill({ response, json: answer })
  })
}

/** What is sent by mail, what people answer to it, and what they set about it. */
export const MAIL_STATES: State[] = [
  { name: 'invitation', reach: (page) => openInvitation(page, 'Retrospective', 'kiran') },
  {
    name: 'invitation-confirm',
    reach: (page) => openInvitation(page, 'Retrospective', 'kiran', '?answer=accepted'),
  },
  {
    name: 'invitation-answered',
    reach: async (page) => {
      await openInvitation(page, 'Quarterly planning', 'kiran')
      await page.getByRole('button', { name: 'Yes' }).click()
      await page.getByText('You answered Yes').waitFor()
      await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' })
    },
  },
  { name: 'invitation-series', reach: (page) => openInvitation(page, 'Stand-up', 'amara') },
  { name: 'invitation-cancelled', reach: openCancelled },
  {
    name: 'invitation-unknown',
    isSignedOut: true,
    reach: async (page) => {
      await open(page, '/invitations/cut-off')
      await page.getByText('This link leads to no invitation').waitFor()
    },
  },
  {
    name: 'event-form-reminders',
    reach: async (page) => {
      await openRetrospective(page)
      await page.getByRole('button', { name: 'Edit' }).click()
      await page.getByText('For this event').click()
      await page.getByRole('button', { name: 'Add a reminder' }).click()
      await page
        .getByRole('group', { name: 'Reminders', exact: true })
        .evaluate((group) => group.scrollIntoView({ block: 'center' }))
    },
  },
  {
    name: 'event-mail',
    reach: async (page) => {
      await openRetrospective(page)
      await page.getByText('Answers:').evaluate((answers) => answers.scrollIntoView())
    },
  },
  {
    name: 'event-mail-failed',
    reach: async (page) => {
      await failSome(page, 'mails.list')
      await openRetrospective(page)
      await page.getByText('Answers:').evaluate((answers) => answers.scrollIntoView())
    },
  },
  {
    name: 'event-reminders',
    reach: async (page) => {
      await failSome(page, 'reminders.list')
      await openRetrospective(page)
      await page.getByText('Reminders 1 day').click()
      await page.getByText('Reminders 1 day').evaluate((summary) => summary.scrollIntoView())
    },
  },
  { name: 'outbox', reach: (page) => openOutbox(page) },
  { name: 'outbox-preview', reach: (page) => openMail(page, 'Retrospective', 'kiran', 'Preview') },
  { name: 'outbox-text', reach: (page) => openMail(page, 'Retrospective', 'kiran', 'Text') },
  { name: 'outbox-calendar', reach: (page) => openMail(page, 'Retrospective', 'kiran', 'Calendar') },
  {
    name: 'outbox-empty',
    reach: async (page) => {
      await page.route('**/trpc/mails.outbox?*', (route) =>
        route.fulfill({ json: { result: { data: { messages: [] } } } }),
      )
      await open(page, '/outbox')
      await page.getByText('The outbox is empty').waitFor()
    },
  },
]
