import type { Event } from '@astralis/core/events/event'
import { Temporal } from '@astralis/core/temporal'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ServiceContext } from '../context.ts'
import { cancelEvent } from '../events/cancel-event.ts'
import { createEvent } from '../events/create-event.ts'
import { deleteEvent } from '../events/delete-event.ts'
import { respondToEvent } from '../events/respond-to-event.ts'
import { updateEvent } from '../events/update-event.ts'
import { createMailService, deliverNews, type MailService, type SentMail } from '../testing/mail-world.ts'
import {
  addMember,
  createOrganization,
  createTestWorld,
  eventInput,
  type TestWorld,
  updateInput,
} from '../testing/test-world.ts'
import { listMails } from './list-mails.ts'

let world: TestWorld
let ada: ServiceContext
let service: MailService
const START = Temporal.Instant.from('2026-03-02T08:00:00Z')
const [GUEST, OTHER] = ['guest@example.com', 'other@example.com']
const GUESTS = [{ email: GUEST, name: 'Gil Guest' }, { email: OTHER }]

beforeAll(async () => {
  world = await createTestWorld()
})
beforeEach(async () => {
  world.now = START
  ada = await createOrganization(world)
  service = createMailService()
})
afterAll(() => world.close())

const book = async (overrides: Parameters<typeof eventInput>[0] = {}) =>
  (await createEvent(ada, eventInput({ participants: GUESTS, ...overrides }))).event
const news = () => deliverNews(world, ada.actor.orgId, service)

/** `METHOD who sequence status` */
function linesOf(mails: readonly SentMail[]): string[] {
  return mails
    .map(({ message: { calendar, to } }) => {
      const part = (name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(calendar?.content ?? '')?.[1]?.trim() ?? '-'
      return `${calendar?.method} ${to.email.split('@')[0]} ${part('SEQUENCE')} ${part('STATUS')}`
    })
    .toSorted()
}

async function skipsOf(event: Pick<Event, 'id'>) {
  const rows = await world.owner.execute<{ reason: string }>(sql`
    select skip_reason as reason from mails where event_id = ${event.id} and kind <> 'reminder' and status = 'SKIPPED'`)
  return rows.map(({ reason }) => reason)
}

describe('F1: a meeting from invitation to cancellation', () => {
  it('everybody but the organizer is invited, hears of changes, and of its end', async () => {
    const event = await book()
    expect(linesOf(await news())).toEqual(['REQUEST guest 0 CONFIRMED', 'REQUEST other 0 CONFIRMED'])
    const moved = { startsAt: '2026-03-11T09:00:00Z', endsAt: '2026-03-11T10:00:00Z' }
    await updateEvent(ada, updateInput(event, moved))
    const updates = await news()
    expect(linesOf(updates)).toEqual(['REQUEST guest 1 CONFIRMED', 'REQUEST other 1 CONFIRMED'])
    expect(updates[0]?.message.subject).toMatch(/^Updated: Planning, Wed 11 Mar/)
    expect(updates[0]?.message.text).toMatch(/was: Tuesday, 10 March/)
    await cancelEvent(ada, { id: event.id, version: 2 })
    expect(linesOf(await news())).toEqual(['CANCEL guest 2 CANCELLED', 'CANCEL other 2 CANCELLED'])
    await updateEvent(ada, updateInput({ id: event.id, version: 3 }, { status: 'SCHEDULED' }))
    const again = await news()
    expect(linesOf(again)).toEqual(['REQUEST guest 3 CONFIRMED', 'REQUEST other 3 CONFIRMED'])
    expect(again[0]?.message.subject).toMatch(/^Invitation: /)
    await deleteEvent(ada, { id: event.id, version: 4 })
    expect(linesOf(await news())).toEqual(['CANCEL guest 4 CANCELLED', 'CANCEL other 4 CANCELLED'])
  })

  it('a changed title is told and raises no sequence; nothing is told of what nobody sees', async () => {
    const event = await book()
    await news()
    await updateEvent(ada, updateInput(event, { title: 'Planning II', reminderOffsetsMinutes: [5] }))
    expect(linesOf(await news())).toEqual(['REQUEST guest 0 CONFIRMED', 'REQUEST other 0 CONFIRMED'])
    await updateEvent(ada, updateInput({ id: event.id, version: 2 }, { reminderOffsetsMinutes: [10], showsAs: 'FREE' }))
    await updateEvent(ada, updateInput({ id: event.id, version: 3 }, { status: 'CONFIRMED' }))
    expect(await news()).toEqual([])
  })

  it('who joins is invited and who leaves is told so; the others hear nothing', async () => {
    const event = await book()
    await news()
    await updateEvent(ada, updateInput(event, { participants: [{ email: GUEST }, { email: 'new@example.com' }] }))
    const mails = await news()
    expect(linesOf(mails)).toEqual(['CANCEL other 1 -', 'REQUEST new 1 CONFIRMED'])
    const removal = mails.find(({ message }) => message.to.email === OTHER)
    expect(removal?.message.calendar?.content.replaceAll('\r\n ', '')).not.toContain(GUEST)
  })

  it('organizers hear what others do to their events, and nothing of what they do', async () => {
    const ben = await addMember(world, ada.actor.orgId)
    const event = await book({ participants: [] })
    expect(await news()).toEqual([])
    await updateEvent(ben, updateInput(event, { location: 'Room 2' }))
    const [mail, ...others] = await news()
    expect([mail?.message.to.email, others.length]).toEqual([ada.actor.email, 0])
    expect(mail?.message.subject).toMatch(/^Updated: /)
    await cancelEvent(ben, { id: event.id, version: 2 })
    expect(linesOf(await news())).toEqual([expect.stringMatching(/^CANCEL user\S+ 2 CANCELLED$/)])
  })

  it('nobody hears of what is over', async () => {
    const event = await book({ startsAt: '2026-03-01T09:00:00Z', endsAt: '2026-03-01T10:00:00Z' })
    await deleteEvent(ada, event)
    expect(await news()).toEqual([])
    const soon = await book({ startsAt: '2026-03-02T07:00:00Z', endsAt: '2026-03-02T08:00:03Z', showsAs: 'FREE' })
    world.now = START
    expect(await skipsOf(soon)).toEqual([])
  })

  it('people’s answers are no news', async () => {
    const ben = await addMember(world, ada.actor.orgId)
    const event = await book({ participants: [{ email: ben.actor.email }] })
    await news()
    await respondToEvent(ben, { id: event.id, status: 'declined' })
    expect(await news()).toEqual([])
  })
})

describe('F1: second thoughts within a few seconds', () => {
  it('what is booked and cancelled at once is never told', async () => {
    const event = await book()
    await cancelEvent(ada, event)
    expect(await news()).toEqual([])
    expect((await skipsOf(event)).toSorted()).toEqual(['NEVER_INVITED', 'NEVER_INVITED', 'SUPERSEDED', 'SUPERSEDED'])
    expect((await listMails(ada, { eventId: event.id })).map(({ skipReason }) => skipReason)).toEqual([
      'NEVER_INVITED',
      'NEVER_INVITED',
    ])
  })

  it('what is moved and moved back is not told, and ten changes are told as one', async () => {
    let event = await book()
    await news()
    const move = async (hour: number) => {
      const time = { startsAt: `2026-03-10T${hour}:00:00Z`, endsAt: `2026-03-10T${hour + 1}:00:00Z` }
      event = (await updateEvent(ada, updateInput(event, time))).event
    }
    await move(12)
    const { startsAt, endsAt } = { startsAt: '2026-03-10T09:00:00Z', endsAt: '2026-03-10T10:00:00Z' }
    event = (await updateEvent(ada, updateInput(event, { startsAt, endsAt }))).event
    expect(await news()).toEqual([])
    for (let hour = 10; hour < 20; hour++) await move(hour)
    const mails = await news()
    expect(linesOf(mails)).toEqual(['REQUEST guest 12 CONFIRMED', 'REQUEST other 12 CONFIRMED'])
    expect(mails[0]?.message.text).toMatch(/20:00 – 21:00/)
  })
})

describe('F1, B5: a series', () => {
  it('is told of as a whole, in its zone', async () => {
    await book({ recurrence: 'FREQ=WEEKLY;COUNT=6' })
    const mails = await news()
    expect(mails).toHaveLength(2)
    expect(mails[0]?.message.calendar?.content).toContain('RRULE:FREQ=WEEKLY;COUNT=6')
    expect(mails[0]?.message.calendar?.content).toContain('BEGIN:VTIMEZONE')
  })

  it('an occurrence that changes alone is told of alone', async () => {
    const first = await book({ recurrence: 'FREQ=WEEKLY;COUNT=6', participants: [{ email: GUEST }] })
    await news()
    const moved = { startsAt: '2026-03-10T11:00:00Z', endsAt: '2026-03-10T12:00:00Z' }
    await updateEvent(ada, updateInput(first, moved))
    const [mail] = await news()
    expect(mail?.message.calendar?.content).toMatch(/^RECURRENCE-ID;TZID=Europe\/Berlin:20260310T100000\r$/m)
    expect(mail?.message.calendar?.content).not.toContain('RRULE:FREQ=WEEKLY')
    await cancelEvent(ada, { id: first.id, version: 2 })
    const [cancellation] = await news()
    expect(linesOf(cancellation ? [cancellation] : [])).toEqual(['CANCEL guest 2 CANCELLED'])
    expect(cancellation?.message.calendar?.content).toContain('RECURRENCE-ID')
  })

  it('a change of this and the following ends the old one and tells of a new one', async () => {
    const first = await book({ recurrence: 'FREQ=WEEKLY;COUNT=6', participants: [{ email: GUEST }] })
    await news()
    const [row] = await world.owner.execute<{ id: string }>(sql`
      select id from events where series_id = ${first.seriesId} order by starts_at offset 2 limit 1`)
    const third = { id: row?.id ?? '', version: 1 }
    await updateEvent(ada, updateInput(third, { title: 'Other', scope: 'following' }))
    const mails = await news()
    expect(mails.map(({ message }) => /^UID:(.*)$/m.exec(message.calendar?.content ?? '')?.[1]?.trim())).toEqual(
      expect.arrayContaining([first.seriesId]),
    )
    expect(linesOf(mails)).toEqual(['REQUEST guest 0 CONFIRMED', 'REQUEST guest 1 CONFIRMED'])
    await updateEvent(ada, updateInput({ ...third, version: 2 }, { title: 'Planning', scope: 'all' }))
    expect(linesOf(await news())).toEqual(['CANCEL guest 1 CANCELLED', 'REQUEST guest 2 CONFIRMED'])
  })

  it('an event that begins to repeat stays the same to other programs', async () => {
    const event = await book({ participants: [{ email: GUEST }] })
    await news()
    await updateEvent(ada, updateInput(event, { recurrence: 'FREQ=DAILY;COUNT=3' }))
    const [mail, ...others] = await news()
    expect(others).toEqual([])
    expect(mail?.message.calendar?.content).toContain(`UID:${event.id}`)
    expect(mail?.message.calendar?.content).toContain('SEQUENCE:1')
  })
})
