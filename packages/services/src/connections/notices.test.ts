import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ServiceContext } from '../context.ts'
import { listOutbox } from '../mail/list-outbox.ts'
import { type CalendarWorld, createCalendarWorld, linkAccount, withCalendars } from '../testing/calendar-world.ts'
import { createMailService, deliverDue, type MailService } from '../testing/mail-world.ts'
import { createOrganization } from '../testing/test-world.ts'
import { getAccess } from './access-token.ts'
import { disconnect } from './disconnect.ts'

const EMAIL = 'ana@gmail.example'
let world: CalendarWorld
let ana: ServiceContext
let service: MailService
let id: string

beforeAll(async () => {
  world = await createCalendarWorld()
  world.google.control.addAccount({ email: EMAIL, name: 'Ana' })
})
beforeEach(async () => {
  ana = await createOrganization(world)
  service = createMailService()
  id = (await linkAccount(world, ana, { email: EMAIL })).id
})
afterAll(() => world.close())

/** The consent is withdrawn, and ten jobs find it out at once. */
async function breakIt(): Promise<void> {
  world.google.control.revokeAccess(EMAIL)
  const found = await Promise.allSettled(
    Array.from({ length: 10 }, () => getAccess(withCalendars(world, ana), ana.actor.orgId, id, { refresh: true })),
  )
  expect(found.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 'rejected'))
}
const deliver = () => deliverDue(world, ana.actor.orgId, service)

async function notices() {
  return world.owner.execute<{ id: string; status: string; reason: string | null; email: string }>(sql`
    select id, status, skip_reason as reason, recipient_email as email from mails
    where org_id = ${ana.actor.orgId} and kind = 'notice' order by created_at, status`)
}

describe('A6: a connection that breaks', () => {
  it('is told by one mail, with one job, however many find it out', async () => {
    const other = await createOrganization(world)
    await breakIt()
    const rows = await notices()
    expect(rows).toMatchObject([{ status: 'PENDING', email: ana.actor.email }])
    const jobs = await world.owner.execute<{ id: string }>(sql`
      select data->>'id' as id from pgboss.job where name = 'invitations.deliver' and data->>'orgId' = ${ana.actor.orgId}`)
    expect(jobs.map((job) => job.id)).toEqual(rows.map((row) => row.id))
    // In the name of another organization nothing is found to deliver.
    await deliverDue(world, other.actor.orgId, service)
    expect(service.accepted).toEqual([])

    await deliver()
    await deliver()
    expect(service.accepted.map(({ key, message }) => [key, message.to.email, message.subject])).toEqual([
      [`notice/${rows[0]?.id}/0`, ana.actor.email, 'Your Google Calendar needs to be connected again'],
    ])
    expect(service.accepted[0]?.message.text).toContain('https://calendar.example.org/calendar/connections')
    expect(await notices()).toMatchObject([{ status: 'SENT' }])
  })

  it('is kept for a service that refuses for the moment, and sent once', async () => {
    await breakIt()
    service.failure = 'not-accepted'
    await deliver()
    expect(await notices()).toMatchObject([{ status: 'PENDING' }])
    service.failure = null
    await deliver()
    expect([service.accepted.length, (await notices())[0]?.status]).toEqual([1, 'SENT'])
  })

  it('and works again before the mail leaves, or is unlinked, sends none', async () => {
    await breakIt()
    await linkAccount(world, ana, { email: EMAIL })
    await deliver()
    expect(await notices()).toMatchObject([{ status: 'SKIPPED', reason: 'NOT_NEEDED' }])
    await breakIt()
    await disconnect(ana, { id })
    await deliver()
    expect((await notices()).map(({ reason }) => reason)).toEqual(['NOT_NEEDED', 'NOT_NEEDED'])
    expect(service.accepted).toEqual([])
  })

  it('and breaks again once it was linked again is told again; what still waited by then is not sent twice', async () => {
    await breakIt()
    await deliver()
    await linkAccount(world, ana, { email: EMAIL })
    await breakIt()
    await linkAccount(world, ana, { email: EMAIL })
    await breakIt()
    await deliver()
    expect(service.accepted).toHaveLength(2)
    expect((await notices()).map(({ status, reason }) => reason ?? status).toSorted()).toEqual([
      'SENT',
      'SENT',
      'SUPERSEDED',
    ])
  })

  it('stands in the outbox of whoever linked it', async () => {
    await breakIt()
    service = { ...service, channel: { ...service.channel, name: 'outbox' } }
    await deliver()
    const { messages } = await listOutbox({ ...ana, actor: { ...ana.actor, role: 'OPERATOR' } }, { before: undefined })
    expect(messages).toMatchObject([{ kind: 'notice', recipientEmail: ana.actor.email }])
  })
})
