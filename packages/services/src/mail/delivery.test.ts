import { Temporal } from '@astralis/core/temporal'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ServiceContext } from '../context.ts'
import { cancelEvent } from '../events/cancel-event.ts'
import { createEvent } from '../events/create-event.ts'
import { createMailService, deliverDue, deliverNews, type MailService } from '../testing/mail-world.ts'
import { addMember, createOrganization, createTestWorld, eventInput, type TestWorld } from '../testing/test-world.ts'
import { giveUpMail } from './give-up-mail.ts'
import { listMails } from './list-mails.ts'
import { sendAgain } from './send-again.ts'

let world: TestWorld
let ada: ServiceContext
let service: MailService
const START = Temporal.Instant.from('2026-03-02T08:00:00Z')
const GUEST = 'guest@example.com'

beforeAll(async () => {
  world = await createTestWorld()
})
beforeEach(async () => {
  world.now = START
  ada = await createOrganization(world)
  service = createMailService()
})
afterAll(() => world.close())

/** An event with one guest, whose invitation is due. */
async function invited() {
  const { event } = await createEvent(ada, eventInput({ participants: [{ email: GUEST }] }))
  world.now = world.now.add({ seconds: 6 })
  const mail = async () => {
    const [mail] = await listMails(ada, { eventId: event.id })
    if (!mail) throw new Error('The event has no mail.')
    return mail
  }
  return { event, mail }
}
const deliver = () => deliverDue(world, ada.actor.orgId, service)

/** As a worker leaves it that is killed once it has handed the mail over. */
async function leaveAttempted(minutesAgo: number): Promise<void> {
  service.failure = 'accepted-unanswered'
  await deliver()
  service.failure = null
  const attemptedAt = world.now.subtract({ minutes: minutesAgo }).toString()
  await world.owner.execute(sql`
    update mails set status = 'CLAIMED', attempted_at = ${attemptedAt} where kind = 'invitation' and org_id = ${ada.actor.orgId}`)
}

describe('F3: exactly once at the provider', () => {
  it('what may have been accepted is handed over again, the very same, under the same key', async () => {
    const { mail } = await invited()
    service.failure = 'accepted-unanswered'
    await deliver()
    expect(await mail()).toMatchObject({ status: 'CLAIMED', error: 'The service says: unknown.' })
    service.failure = null
    world.now = world.now.add({ hours: 22 })
    await deliver()
    expect(await mail()).toMatchObject({ status: 'SENT', error: null })
    expect(service.accepted).toHaveLength(1)
  })

  it('but not when the service no longer knows the key: then nobody knows', async () => {
    const { mail } = await invited()
    await leaveAttempted(23 * 60 + 1)
    await deliver()
    expect(await mail()).toMatchObject({ status: 'UNKNOWN', error: expect.stringMatching(/unknown/) })
    expect(service.accepted).toHaveLength(1)
  })

  it('and never without keys', async () => {
    service = createMailService(0)
    const { mail } = await invited()
    await leaveAttempted(0)
    await deliver()
    expect(await mail()).toMatchObject({ status: 'UNKNOWN' })
    expect(service.accepted).toHaveLength(1)
  })

  it('what was refused for the moment goes again as it was, so that its key still fits', async () => {
    const { mail } = await invited()
    service.failure = 'not-accepted'
    await deliver()
    expect(await mail()).toMatchObject({ status: 'PENDING', error: 'The service says: not-accepted.' })
    const [before] = await world.owner.execute(
      sql`select message from mails where org_id = ${ada.actor.orgId} and message is not null`,
    )
    service.failure = null
    world.now = world.now.add({ minutes: 9 })
    await deliver()
    expect(service.accepted[0]?.message).toEqual(before?.['message'])
    expect(await mail()).toMatchObject({ status: 'SENT', error: null })
  })

  it('two workers with the same mails send each once', async () => {
    await Promise.all(
      Array.from({ length: 10 }, (_, hour) =>
        createEvent(
          ada,
          eventInput({
            startsAt: `2026-03-10T${10 + hour}:00:00Z`,
            endsAt: `2026-03-10T${10 + hour}:30:00Z`,
            participants: [{ email: GUEST }, { email: 'other@example.com' }],
          }),
        ),
      ),
    )
    world.now = world.now.add({ seconds: 6 })
    await Promise.all([deliver(), deliver(), deliver()])
    expect(service.accepted).toHaveLength(20)
  })

  it('a message is kept only as long as it may be needed', async () => {
    await invited()
    await deliver()
    const rows = await world.owner.execute(
      sql`select message from mails where org_id = ${ada.actor.orgId} and status = 'SENT'`,
    )
    expect(rows).toEqual([{ message: null }])
  })
})

describe('F5: what fails is seen, and holds up nothing else', () => {
  it('a message that is refused for good is FAILED with the service’s words; the next one goes', async () => {
    const { mail } = await invited()
    service.failure = 'rejected'
    await deliver()
    expect(await mail()).toMatchObject({ status: 'FAILED', error: 'The service says: rejected.' })
    service.failure = null
    const other = await invited()
    await deliver()
    expect(await other.mail()).toMatchObject({ status: 'SENT' })
  })

  it('one that can not be written at all is FAILED too', async () => {
    const { event } = await createEvent(
      ada,
      eventInput({ participants: [{ email: GUEST }, { email: 'other@example.com' }] }),
    )
    await world.owner.execute(
      sql`update mails set recipient_email = 'bad address' where recipient_email = ${GUEST} and event_id = ${event.id}`,
    )
    await world.owner.execute(
      sql`update participants set email = 'bad address' where email = ${GUEST} and event_id = ${event.id}`,
    )
    await deliverNews(world, ada.actor.orgId, service)
    expect(service.accepted.map(({ message }) => message.to.email)).toEqual(['other@example.com'])
    const mails = await listMails(ada, { eventId: event.id })
    expect(mails.find(({ recipientEmail }) => recipientEmail === 'bad address')).toMatchObject({ status: 'FAILED' })
  })

  it('what the queue gives up is FAILED with the last words; what may have been accepted is UNKNOWN', async () => {
    const { orgId } = ada.actor
    const refused = await invited()
    service.failure = 'not-accepted'
    await deliver()
    await giveUpMail(ada, { orgId, id: (await refused.mail()).id })
    expect(await refused.mail()).toMatchObject({ status: 'FAILED', error: 'The service says: not-accepted.' })
    const unknown = await invited()
    service.failure = 'unknown'
    await deliver()
    await giveUpMail(ada, { orgId, id: (await unknown.mail()).id })
    expect(await unknown.mail()).toMatchObject({ status: 'UNKNOWN' })
  })

  it('a failed mail is sent again when somebody who may asks for it, under a key of its own', async () => {
    const { mail } = await invited()
    service.failure = 'rejected'
    await deliver()
    service.failure = null
    const { id } = await mail()
    await sendAgain(ada, { id })
    await deliver()
    expect(await mail()).toMatchObject({ status: 'SENT' })
    expect(service.accepted.map(({ key }) => key)).toEqual([`invitation/${id}/1/1`])
    await expect(sendAgain(ada, { id })).rejects.toMatchObject({ reason: 'MAIL_NOT_FAILED' })
    const client = await addMember(world, ada.actor.orgId, 'CLIENT')
    await expect(sendAgain(client, { id })).rejects.toMatchObject({ reason: 'NOT_ALLOWED' })
    await expect(sendAgain(await createOrganization(world), { id })).rejects.toMatchObject({ reason: 'NOT_FOUND' })
  })
})

describe('F4: a cancellation and what is on its way', () => {
  it('comes after an invitation that is in a worker’s hands', async () => {
    const { event } = await invited()
    service.failure = 'accepted-unanswered'
    await deliver()
    await cancelEvent(ada, event)
    world.now = world.now.add({ seconds: 6 })
    service.failure = 'unknown'
    await deliver()
    expect(service.accepted).toHaveLength(1)
    service.failure = null
    await deliver()
    await deliver()
    expect(service.accepted.map(({ message }) => message.calendar?.method)).toEqual(['REQUEST', 'CANCEL'])
  })

  it('organizers get one too where a reminder of what they cancelled was on its way to them', async () => {
    const { event } = await createEvent(ada, eventInput())
    world.now = Temporal.Instant.from('2026-03-10T08:00:00Z')
    service.failure = 'accepted-unanswered'
    await deliver()
    await cancelEvent(ada, event)
    service.failure = null
    await deliver()
    await deliverNews(world, ada.actor.orgId, service)
    expect(service.accepted.map(({ message }) => message.calendar?.method ?? 'reminder')).toEqual([
      'reminder',
      'CANCEL',
    ])
  })
})
