import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createEvent } from '../events/create-event.ts'
import { acceptInvitation } from '../members/accept-invitation.ts'
import { type InvitingContext, inviteMember } from '../members/invite-member.ts'
import { showInvitation } from '../members/show-invitation.ts'
import { updateMember } from '../members/update-member.ts'
import { withdrawInvitation } from '../members/withdraw-invitation.ts'
import { createMailService, deliverDue, deliverNews, mailRuntime, type MailService } from '../testing/mail-world.ts'
import { TEST_SEAL } from '../testing/test-seal.ts'
import {
  addMember,
  createOrganization,
  createTestWorld,
  eventInput,
  runtimeOf,
  type TestWorld,
} from '../testing/test-world.ts'
import { getOutboxMail } from './get-outbox-mail.ts'
import { giveUpMail } from './give-up-mail.ts'
import { listOutbox } from './list-outbox.ts'
import { prepareMails } from './prepare-mails.ts'

let world: TestWorld
let admin: InvitingContext
let service: MailService

beforeAll(async () => {
  world = await createTestWorld()
})
beforeEach(async () => {
  const ctx = await createOrganization(world)
  admin = { ...ctx, seal: TEST_SEAL, publicUrl: 'https://calendar.example.org' }
  service = createMailService()
})
afterAll(() => world.close())

let people = 0
const invite = (email = `ben-${++people}@example.com`) => inviteMember(admin, { email, role: 'CLIENT' })
const deliver = () => deliverDue(world, admin.actor.orgId, service)
const guest = () => ({
  ...runtimeOf(world),
  origin: 'web 203.0.113.7',
  address: '203.0.113.7',
  userAgent: 'Firefox',
  sessionToken: null,
})

async function stateOf({ id }: { id: string }) {
  const [row] = await world.owner.execute<{ status: string; reason: string | null; sealed: boolean | null }>(sql`
    select m.status, m.skip_reason as reason, i.sealed_token is not null as sealed
    from mails m left join member_invitations i on i.org_id = m.org_id and i.id = m.event_id
    where m.org_id = ${admin.actor.orgId} and m.event_id = ${id} and m.kind = 'membership'`)
  return row
}

describe('H1: the mail of an invitation to join', () => {
  it('is sent once, with the link that was shown, after which the token is nowhere', async () => {
    const invitation = await invite()
    expect(await stateOf(invitation)).toEqual({ status: 'PENDING', reason: null, sealed: true })
    await Promise.all([deliver(), deliver()])
    expect(service.accepted.map(({ key, message }) => [key, message.to.email, message.subject])).toEqual([
      [`membership/${invitation.id}/0`, invitation.email, 'Test person invites you to join Test organization'],
    ])
    expect(service.accepted[0]?.message.text).toContain(`Join: ${invitation.link}\n`)
    expect(await stateOf(invitation)).toEqual({ status: 'SENT', reason: null, sealed: false })
    const stored = await world.owner.execute(sql`
      select m.message, i.* from mails m join member_invitations i on i.id = m.event_id where m.event_id = ${invitation.id}`)
    expect(JSON.stringify(stored)).not.toContain(invitation.link.slice(-43))
  })

  it.each([23, 0])(
    'survives refusals and killed workers with the same link (a service that knows keys for %i h)',
    async (keyHours) => {
      service = createMailService(keyHours)
      const invitation = await invite()
      const ids = async () => {
        const rows = await world.owner.execute<{ id: string }>(
          sql`select id from mails where event_id = ${invitation.id}`,
        )
        return rows.map(({ id }) => id)
      }
      // Written, and the worker is killed before it hands it over.
      await prepareMails(mailRuntime(world, service), admin.actor.orgId, await ids(), admin.newId())
      service.failure = 'not-accepted'
      await deliver()
      expect(await stateOf(invitation)).toEqual({ status: 'PENDING', reason: null, sealed: true })
      world.now = world.now.add({ minutes: 11 })
      await deliver()
      service.failure = null
      await deliver()
      expect(service.accepted.map(({ message }) => message.text.includes(`Join: ${invitation.link}\n`))).toEqual([true])
      expect(await stateOf(invitation)).toEqual({ status: 'SENT', reason: null, sealed: false })
    },
  )

  it('that is given up, or refused for good, keeps no token', async () => {
    const refused = await invite()
    service.failure = 'rejected'
    await deliver()
    expect(await stateOf(refused)).toMatchObject({ status: 'FAILED', sealed: false })
    const givenUp = await invite()
    await giveUpMail(admin, { orgId: admin.actor.orgId, id: givenUp.id })
    expect(await stateOf(givenUp)).toMatchObject({ status: 'FAILED', sealed: false })
    // The link itself, which the admin has, still opens.
    expect(await showInvitation(guest(), { token: givenUp.link.split('/').at(-1) ?? '' })).toMatchObject({
      email: givenUp.email,
    })
  })

  it('is not sent for an invitation that is withdrawn, replaced, accepted or over', async () => {
    const [withdrawn, replaced, accepted] = [await invite(), await invite(), await invite()]
    await withdrawInvitation(admin, { id: withdrawn.id })
    const again = await invite(replaced.email)
    const token = accepted.link.split('/').at(-1) ?? ''
    await acceptInvitation(guest(), { token, name: 'Ben', password: 'correct horse' })
    await deliver()
    for (const gone of [withdrawn, replaced, accepted])
      expect(await stateOf(gone)).toMatchObject({ status: 'SKIPPED', reason: 'NOT_NEEDED' })
    expect(service.accepted.map(({ message }) => message.text.includes(again.link))).toEqual([true])
    const old = await invite()
    world.now = world.now.add({ hours: 7 * 24 })
    await deliver()
    expect(await stateOf(old)).toMatchObject({ status: 'SKIPPED', reason: 'NOT_NEEDED', sealed: false })
  })

  it('can be read in the outbox by an ADMIN, and by nobody else who is not its addressee', async () => {
    service = { ...service, channel: { ...service.channel, name: 'outbox', keyHours: 0 } }
    const { link } = await invite()
    await deliver()
    const { messages } = await listOutbox(admin, { before: undefined })
    const [mail] = messages.filter(({ kind }) => kind === 'membership')
    if (!mail) throw new Error('The outbox has no invitation.')
    expect((await getOutboxMail(admin, { id: mail.id })).text).toContain(link)
    const strangers = [
      await addMember(world, admin.actor.orgId, 'OPERATOR'),
      await addMember(world, admin.actor.orgId, 'CLIENT'),
      await createOrganization(world, 'ADMIN'),
    ]
    for (const stranger of strangers) {
      expect(await listOutbox(stranger, { before: undefined })).toEqual({ messages: [] })
      await expect(getOutboxMail(stranger, { id: mail.id })).rejects.toMatchObject({ reason: 'NOT_FOUND' })
    }
  })
})

describe('H1: whoever is deactivated', () => {
  it('hears of nothing any more, until they are reactivated', async () => {
    const ben = await addMember(world, admin.actor.orgId)
    const book = (hour: number) =>
      createEvent(
        admin,
        eventInput({
          startsAt: world.now.add({ hours: hour }).toString(),
          endsAt: world.now.add({ hours: hour + 1 }).toString(),
          participants: [{ email: ben.actor.email }],
          reminderOffsetsMinutes: [15],
        }),
      )
    await book(2)
    await updateMember(admin, { id: ben.actor.userId, isActive: false })
    await deliverNews(world, admin.actor.orgId, service)
    world.now = world.now.add({ minutes: 106 })
    await deliver()
    const toBen = () => service.accepted.filter(({ message }) => message.to.email === ben.actor.email)
    expect(toBen()).toEqual([])
    expect(service.accepted.map(({ message }) => message.to.email)).toEqual([admin.actor.email])
    const reasons = await world.owner.execute(sql`
      select kind, status, skip_reason as reason from mails where recipient_email = ${ben.actor.email} order by kind`)
    expect([...reasons]).toEqual([
      { kind: 'invitation', status: 'SKIPPED', reason: 'NOT_TAKING_PART' },
      { kind: 'reminder', status: 'SKIPPED', reason: 'NOT_TAKING_PART' },
    ])
    await updateMember(admin, { id: ben.actor.userId, isActive: true })
    await book(4)
    await deliverNews(world, admin.actor.orgId, service)
    expect(toBen()).toHaveLength(1)
  })
})
