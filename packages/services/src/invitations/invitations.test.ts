import { respondInput } from '@astralis/core/events/event-input'
import { Temporal } from '@astralis/core/temporal'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ServiceContext } from '../context.ts'
import { cancelEvent } from '../events/cancel-event.ts'
import { createEvent } from '../events/create-event.ts'
import { deleteEvent } from '../events/delete-event.ts'
import { getEvent } from '../events/get-event.ts'
import { updateEvent } from '../events/update-event.ts'
import { createMailService, deliverNews, type MailService } from '../testing/mail-world.ts'
import {
  addMember,
  createOrganization,
  createTestWorld,
  eventInput,
  runtimeOf,
  type TestWorld,
  updateInput,
} from '../testing/test-world.ts'
import { answerInvitation } from './answer-invitation.ts'
import { getInvitation } from './get-invitation.ts'

let world: TestWorld
let ada: ServiceContext
let service: MailService
const GUEST = 'guest@example.com'

beforeAll(async () => {
  world = await createTestWorld()
})
beforeEach(async () => {
  world.now = Temporal.Instant.from('2026-03-02T08:00:00Z')
  ada = await createOrganization(world)
  service = createMailService()
})
afterAll(() => world.close())

const guest = () => ({ ...runtimeOf(world), origin: 'invitation test', address: '203.0.113.7' })

/** An event, and the token of the link in the mail to its guest. */
async function invite(overrides: Parameters<typeof eventInput>[0] = {}) {
  const { event } = await createEvent(ada, eventInput({ participants: [{ email: GUEST }], ...overrides }))
  const mails = await deliverNews(world, ada.actor.orgId, service)
  const mail = mails.find(({ message }) => message.to.email === GUEST && message.calendar?.method === 'REQUEST')
  const token = /invitations\/([^?]+)\?/.exec(mail?.message.text ?? '')?.[1] ?? ''
  return { event, token }
}

const statusOf = async (event: { id: string }, email = GUEST) =>
  (await getEvent(ada, event)).participants.find((person) => person.email === email)?.status

describe('F7: an answer by the link in an invitation', () => {
  it('counts, and is seen by the organizer; looking at it changes nothing', async () => {
    const { event, token } = await invite()
    expect(await getInvitation(guest(), { token })).toMatchObject({
      state: 'open',
      title: 'Planning',
      email: GUEST,
      answer: 'pending',
      organizer: 'Test person',
    })
    expect(await statusOf(event)).toBe('pending')
    for (const status of ['accepted', 'tentative', 'declined'] as const) {
      const answered = await answerInvitation(guest(), { token, status })
      expect(answered.event).toMatchObject({ version: event.version, conflicts: [], suggestion: null })
      expect(await statusOf(event)).toBe(status)
    }
    const rows = await world.owner.execute(sql`
      select actor_id, origin from activity where entity_id = ${event.id} and action = 'event.answered'`)
    expect(rows).toHaveLength(3)
    expect(rows[0]).toEqual({ actor_id: null, origin: 'invitation test' })
  })

  it('C3: declining gives the time to the event that waits for it', async () => {
    const { token } = await invite({ startsAt: '2026-03-10T09:00:00Z', endsAt: '2026-03-10T10:00:00Z' })
    const ben = await addMember(world, ada.actor.orgId)
    const { event: second } = await createEvent(
      ben,
      eventInput({
        title: 'Second',
        participants: [{ email: GUEST }],
        startsAt: '2026-03-10T09:30:00Z',
        endsAt: '2026-03-10T10:30:00Z',
      }),
    )
    expect(second.status).toBe('CONFLICT')
    await answerInvitation(guest(), { token, status: 'declined' })
    expect((await getEvent(ben, second)).status).toBe('SCHEDULED')
  })

  it('of a series it goes for all of it, of a single occurrence for that one', async () => {
    const { event, token } = await invite({ recurrence: 'FREQ=WEEKLY;COUNT=3' })
    await answerInvitation(guest(), { token, status: 'accepted' })
    const answers = async () =>
      world.owner.execute<{ status: string }>(sql`
        select p.status from participants p join events e on e.id = p.event_id
        where e.series_id = ${event.seriesId} and p.email = ${GUEST} order by e.starts_at`)
    expect(await answers()).toEqual([{ status: 'accepted' }, { status: 'accepted' }, { status: 'accepted' }])
    await updateEvent(ada, updateInput(event, { location: 'Room 9' }))
    const [mail] = await deliverNews(world, ada.actor.orgId, service)
    const second = /invitations\/([^?]+)\?/.exec(mail?.message.text ?? '')?.[1] ?? ''
    expect((await getInvitation(guest(), { token: second })).scope).toBe('this')
    await answerInvitation(guest(), { token: second, status: 'declined' })
    expect(await answers()).toEqual([{ status: 'declined' }, { status: 'accepted' }, { status: 'accepted' }])
  })

  it('of an occurrence that was moved is also shown where its series has it, by which it repeats', async () => {
    const { event } = await invite({ recurrence: 'FREQ=WEEKLY;COUNT=3' })
    const startsAt = event.startsAt.add({ hours: 25 }).toString()
    await updateEvent(ada, updateInput(event, { startsAt, endsAt: event.endsAt.add({ hours: 25 }).toString() }))
    const [mail] = await deliverNews(world, ada.actor.orgId, service)
    const token = /invitations\/([^?]+)\?/.exec(mail?.message.text ?? '')?.[1] ?? ''
    const shown = await getInvitation(guest(), { token })
    expect(shown.startsAt.toString()).toBe(startsAt)
    expect(shown.originalStartsAt?.toString()).toBe(event.startsAt.toString())
  })

  it('is refused for what is cancelled, over, or takes place without them', async () => {
    const closed = { reason: 'INVITATION_CLOSED' }
    const answer = (token: string) => answerInvitation(guest(), { token, status: 'accepted' })
    const one = await invite()
    await updateEvent(ada, updateInput(one.event, { participants: [] }))
    expect((await getInvitation(guest(), one)).state).toBe('removed')
    await expect(answer(one.token)).rejects.toMatchObject(closed)
    await updateEvent(ada, updateInput({ ...one.event, version: 2 }, { participants: [{ email: GUEST }] }))
    await cancelEvent(ada, { id: one.event.id, version: 3 })
    expect((await getInvitation(guest(), one)).state).toBe('cancelled')
    await expect(answer(one.token)).rejects.toMatchObject(closed)
    const other = await invite({ startsAt: '2026-03-03T09:00:00Z', endsAt: '2026-03-03T10:00:00Z' })
    world.now = Temporal.Instant.from('2026-03-03T10:00:00Z')
    expect((await getInvitation(guest(), other)).state).toBe('over')
    await expect(answer(other.token)).rejects.toMatchObject(closed)
    await deleteEvent(ada, { id: other.event.id, version: 1 })
    await expect(getInvitation(guest(), other)).rejects.toMatchObject({ reason: 'NOT_FOUND' })
  })

  it('is limited by its link, however right it is', async () => {
    const { token } = await invite({ startsAt: '2026-05-11T09:00:00Z', endsAt: '2026-05-11T10:00:00Z' })
    const answer = () => answerInvitation(guest(), { token, status: 'accepted' })
    for (let nth = 0; nth < 30; nth++) await answer()
    await expect(answer()).rejects.toMatchObject({ reason: 'RATE_LIMITED' })
    expect(await getInvitation(guest(), { token })).toMatchObject({ answer: 'accepted' })
  })

  it('a token is good for its organization and mail only', async () => {
    const { token } = await invite()
    const [orgId, secret = ''] = token.split('.')
    const foreign = (await createOrganization(world)).actor.orgId
    for (const wrong of ['', 'x', `${foreign}.${secret}`, `${orgId}.${'A'.repeat(43)}`, `${token}A`, `${orgId}.`])
      await expect(getInvitation(guest(), { token: wrong })).rejects.toMatchObject({ reason: 'NOT_FOUND' })
  })

  it('an input has an id or a token, not both', () => {
    const fields = (input: object) => respondInput.safeParse(input).error?.issues.map(({ path }) => path.join('.'))
    const id = '0b8f6f0e-3f0c-4a53-9a53-0c8a4b9d1e2f'
    expect(fields({ status: 'accepted' })).toEqual(['id'])
    expect(fields({ id, token: 'x', status: 'accepted' })).toEqual(['id'])
    expect(fields({ token: 'x', status: 'accepted', scope: 'all' })).toEqual(['scope'])
    expect(respondInput.parse({ token: 'x', status: 'accepted' })).toEqual({ token: 'x', status: 'accepted' })
  })
})
