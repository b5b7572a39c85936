import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANA, createApiClient } from './testing/api-client.ts'
import { startTestServer, type TestServer } from './testing/start-test-server.ts'

const log: string[] = []
let server: TestServer
let ana: ReturnType<typeof createApiClient>
let orgId: string

const MEETING = {
  title: 'Planning',
  startsAt: '2030-03-11T09:00:00Z',
  endsAt: '2030-03-11T10:00:00Z',
  participants: [{ email: 'guest@example.com' }],
}

beforeAll(async () => {
  server = await startTestServer({
    logger: { level: 'info', stream: { write: (line: string) => void log.push(line) } },
  })
  ana = createApiClient(server.url)
  orgId = (await ana.auth.signUp.mutate(ANA)).user.organization.id
})
afterAll(() => server.stop())

/** Marks the invitation of an event as sent into the outbox, with a link in it; returns the token of the link. */
async function sendInvitation(eventId: string): Promise<string> {
  const token = `${orgId}.${randomBytes(32).toString('base64url')}`
  const hash = createHash('sha256').update(token).digest('hex')
  const message = JSON.stringify({
    from: { email: 'calendar@example.org', name: 'AstralisOps' },
    to: { email: 'guest@example.com', name: null },
    replyTo: null,
    subject: 'Invitation: Planning',
    html: '<p>Planning</p>',
    text: 'Planning',
    calendar: null,
  })
  await server.execute(`update mails set status = 'SENT', sent_at = now(), channel = 'outbox', token_hash = '${hash}',
    message = '${message}' where event_id = '${eventId}' and kind = 'invitation'`)
  return token
}

describe('F2: reminders over the wire', () => {
  it('are listed with their state, in plain JSON', async () => {
    const { event } = await ana.events.create.mutate({ ...MEETING, reminderOffsetsMinutes: [30] })
    expect(event.reminderOffsetsMinutes).toEqual([30])
    const { reminders } = await ana.reminders.list.query({ eventId: event.id })
    expect(reminders).toHaveLength(2)
    expect(reminders[1]).toEqual({
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      recipientEmail: 'guest@example.com',
      offsetMinutes: 30,
      dueAt: '2030-03-11T08:30:00Z',
      status: 'PENDING',
      skipReason: null,
      sentAt: null,
      error: null,
    })
    await server.execute(
      `update mails set status = 'FAILED', error = 'No such mailbox' where id = '${reminders[1]?.id}'`,
    )
    const failed = (await ana.reminders.list.query({ eventId: event.id })).reminders[1]
    expect(failed).toMatchObject({ status: 'FAILED', error: 'No such mailbox' })
    expect(await ana.reminders.sendAgain.mutate({ id: failed?.id ?? '' })).toEqual({})
    await expect(ana.reminders.sendAgain.mutate({ id: failed?.id ?? '' })).rejects.toMatchObject({
      data: { code: 'CONFLICT', reason: 'MAIL_NOT_FAILED' },
    })
    await expect(ana.reminders.sendAgain.mutate({ id: randomUUID() })).rejects.toMatchObject({
      data: { code: 'NOT_FOUND' },
    })
  })

  it('settings are kept, and what is wrong with them is named', async () => {
    expect(await ana.reminders.settings.query()).toEqual({ offsetsMinutes: [1440, 60] })
    expect(await ana.reminders.setSettings.mutate({ offsetsMinutes: [10, 60, 10] })).toEqual({
      offsetsMinutes: [60, 10],
    })
    expect(await ana.reminders.settings.query()).toEqual({ offsetsMinutes: [60, 10] })
    for (const offsetsMinutes of [[-1], [1.5], [40_321], [1, 2, 3, 4, 5, 6]])
      await expect(ana.reminders.setSettings.mutate({ offsetsMinutes })).rejects.toMatchObject({
        data: { reason: 'INVALID_INPUT', fields: expect.anything() },
      })
  })
})

describe('F7: an invitation over the wire', () => {
  it('is shown and answered without an account, and its token is in no log', async () => {
    const { event } = await ana.events.create.mutate({ ...MEETING, showsAs: 'FREE' })
    const token = await sendInvitation(event.id)
    const guest = createApiClient(server.url)
    const { invitation } = await guest.events.invitation.query({ token })
    expect(invitation).toMatchObject({ state: 'open', startsAt: MEETING.startsAt, email: 'guest@example.com' })
    await fetch(`${server.url}/invitations/${token}?answer=accepted`)
    expect((await ana.events.get.query({ id: event.id })).event.participants[1]?.status).toBe('pending')
    await guest.events.respond.mutate({ token, status: 'declined' })
    expect((await ana.events.get.query({ id: event.id })).event.participants[1]?.status).toBe('declined')
    expect(log.join('')).toContain('/invitations/…')
    expect(log.join('')).not.toContain(token.split('.')[1])
  })

  it('answering by id needs an account', async () => {
    const { event } = await ana.events.create.mutate({ ...MEETING, showsAs: 'FREE' })
    await expect(
      createApiClient(server.url).events.respond.mutate({ id: event.id, status: 'accepted' }),
    ).rejects.toMatchObject({ data: { code: 'UNAUTHORIZED', reason: 'NOT_SIGNED_IN' } })
    expect((await ana.events.respond.mutate({ id: event.id, status: 'tentative' })).event.id).toBe(event.id)
  })
})

describe('F6: the outbox over the wire', () => {
  it('lists messages and gives each whole, in pages', async () => {
    const { event } = await ana.events.create.mutate({ ...MEETING, showsAs: 'FREE' })
    await sendInvitation(event.id)
    const { mails } = await ana.mails.list.query({ eventId: event.id })
    expect(mails).toEqual([expect.objectContaining({ recipientEmail: 'guest@example.com', status: 'SENT' })])
    const { messages } = await ana.mails.outbox.query({})
    const [latest] = messages
    expect(latest).toMatchObject({ id: mails[0]?.id, subject: 'Invitation: Planning', kind: 'invitation' })
    const { message } = await ana.mails.outboxMessage.query({ id: latest?.id ?? '' })
    expect(message).toMatchObject({ html: '<p>Planning</p>', text: 'Planning', calendar: null })
    const next = await ana.mails.outbox.query({ before: latest?.id ?? '' })
    expect(next.messages).toEqual(messages.slice(1))
    expect((await ana.auth.me.query())?.usesOutbox).toBe(true)
  })
})
