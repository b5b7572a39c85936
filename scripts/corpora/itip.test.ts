import type { Event } from '@astralis/core/events/event'
import { cancelEvent } from '@astralis/services/events/cancel-event'
import { deleteEvent } from '@astralis/services/events/delete-event'
import { respondToEvent } from '@astralis/services/events/respond-to-event'
import type { SentMail } from '@astralis/services/testing/mail-world'
import { createTestWorld, type TestWorld } from '@astralis/services/testing/test-world'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, book, change, later, type Life, startLife, storedEvents, WEEKLY } from './itip-life.ts'
import { OTHER_READERS, type ReadEvent, readWithIcalJs } from './itip-readers.ts'

let world: TestWorld
let owner: postgres.Sql
/** All mails of all lives in this file. */
const sent: SentMail[] = []

beforeAll(async () => {
  world = await createTestWorld()
  owner = postgres(world.url, { max: 1 })
})
afterAll(async () => {
  await owner.end()
  await world.close()
})

/** A life that begins with a meeting, and what is told to the guest then. */
async function live(fields: Parameters<typeof book>[1] = {}) {
  const life = await startLife(world, owner)
  const events = await book(life, fields)
  return { life, events, told: await tellGuest(life) }
}

/** What the guest is told now, as ical.js reads it: the events of each mail. */
async function tellGuest(life: Life): Promise<ReadEvent[][]> {
  const mails = await life.deliver()
  sent.push(...mails)
  return readWithIcalJs(mails.filter(({ message }) => message.to.email === life.guest).map(textOf))
}

function textOf({ message }: SentMail): string {
  return message.calendar?.content ?? ''
}

/** The one event of the one mail, but for its stamp, which no two mails share. */
function only(mails: ReadEvent[][]): Omit<ReadEvent, 'stamp'> {
  expect(mails.map((events) => events.length)).toEqual([1])
  const { stamp: _, ...event } = at(at(mails, 0), 0)
  return event
}

const BEGINNINGS = {
  'a single event': {},
  'an all-day event': { startsAt: '2026-03-27T23:00:00Z', endsAt: '2026-03-28T23:00:00Z', allDay: true },
  'a series': WEEKLY,
  'an endless series of days': { ...WEEKLY, allDay: true, recurrence: 'FREQ=WEEKLY' },
} as const

describe.for(Object.entries(BEGINNINGS))('F1: the mails of %s', ([, fields]) => {
  it('keep its UID; a new time raises the sequence, a new title does not', async () => {
    const { life, events, told } = await live({ timeZone: 'Europe/Berlin', ...fields })
    const first = at(events, 0)
    const invited = only(told)
    expect(invited).toMatchObject({ method: 'REQUEST', sequence: 0, original: null, status: 'CONFIRMED' })
    expect(invited.attendees).toEqual(expect.arrayContaining([life.ada.actor.email, life.guest]))
    await change(life, first, { title: 'Another title' }, 'all')
    const renamed = only(await tellGuest(life))
    expect(renamed).toEqual(invited)
    const moved = await change(life, at(await storedEvents(life), 0), later(first, 24), 'all')
    const update = only(await tellGuest(life))
    expect(update).toMatchObject({ method: 'REQUEST', uid: invited.uid, sequence: 1, original: null })
    expect(update.start > invited.start).toBe(true)
    const placed = await change(life, moved, { location: 'Room 7' }, 'all')
    expect(only(await tellGuest(life))).toEqual({ ...update, sequence: 2 })
    await cancelEvent(life.ada, { ...placed, scope: 'all' })
    const cancelled = only(await tellGuest(life))
    expect(cancelled).toEqual({ ...update, method: 'CANCEL', sequence: 3, status: 'CANCELLED' })
    await change(life, at(await storedEvents(life), 0), { status: 'SCHEDULED' }, 'all')
    expect(only(await tellGuest(life))).toEqual({ ...update, sequence: 4 })
    await deleteEvent(life.ada, { ...at(await storedEvents(life), 0), scope: 'all' })
    expect(only(await tellGuest(life))).toEqual({ ...cancelled, sequence: 5 })
  })

  it('tell who leaves, and nobody else; who is asked again is asked under the same UID', async () => {
    const { life, events, told } = await live({ timeZone: 'Europe/Berlin', ...fields })
    const [invited, bob] = [only(told), { email: life.bob.actor.email }]
    const left = await change(life, at(events, 0), { participants: [bob] }, 'all')
    const removed = only(await tellGuest(life))
    expect(removed).toEqual({ ...invited, method: 'CANCEL', sequence: 1, status: null, attendees: [life.guest] })
    await change(life, left, { participants: [bob, { email: life.guest }] }, 'all')
    const again = only(await tellGuest(life))
    expect(again).toMatchObject({ method: 'REQUEST', uid: invited.uid, status: 'CONFIRMED' })
    expect(again.sequence).toBeGreaterThanOrEqual(removed.sequence)
  })
})

describe('F1, B5: the mails of a series', () => {
  const third = (events: readonly Event[]) => at(events, 2)
  const SLOT = '2026-03-24T09:00:00'

  it('tell of one occurrence by its slot, whatever happens to it', async () => {
    const { life, events, told } = await live(WEEKLY)
    const { uid } = only(told)
    const moved = await change(life, third(events), later(third(events), 2))
    const update = only(await tellGuest(life))
    expect(update).toMatchObject({ uid, sequence: 1, original: SLOT, start: '2026-03-24T11:00:00' })
    const { event } = await cancelEvent(life.ada, moved)
    const cancelled = only(await tellGuest(life))
    expect(cancelled).toEqual({ ...update, method: 'CANCEL', sequence: 2, status: 'CANCELLED' })
    const back = await change(life, event, { status: 'SCHEDULED' })
    expect(only(await tellGuest(life))).toEqual({ ...update, sequence: 3 })
    await deleteEvent(life.ada, back)
    expect(only(await tellGuest(life))).toEqual({ ...cancelled, sequence: 4 })
  })

  it('end it, where this and the following change, and begin another', async () => {
    const { life, events, told } = await live(WEEKLY)
    const { uid } = only(told)
    await change(life, third(events), later(third(events), 1), 'following')
    const [ended, begun] = (await tellGuest(life)).flat().toSorted((a, b) => (a.start < b.start ? -1 : 1))
    expect(ended).toMatchObject({ method: 'REQUEST', uid, sequence: 1 })
    expect(begun).toMatchObject({ method: 'REQUEST', start: '2026-03-24T10:00:00', original: null })
    expect(begun?.uid).not.toBe(uid)
  })

  it('have the exceptions with the series, and without the answers to them no others', async () => {
    const { life, events } = await live(WEEKLY)
    await change(life, third(events), { title: 'Special' })
    await respondToEvent(life.bob, { id: at(events, 4).id, status: 'declined' })
    await tellGuest(life)
    await change(life, at(events, 0), { location: 'Room 7' }, 'all')
    const originals = at(await tellGuest(life), 0).map(({ original }) => original)
    expect(originals).toEqual([null, SLOT, '2026-04-07T08:00:00'])
  })

  it('ask somebody to one occurrence alone, and to all', async () => {
    const { life, events } = await live({ ...WEEKLY, participants: [] })
    const participants = [{ email: life.guest }]
    await change(life, third(events), { participants })
    const one = only(await tellGuest(life))
    expect(one).toMatchObject({ method: 'REQUEST', original: SLOT })
    await change(life, at(events, 0), { participants }, 'all')
    expect(at(await tellGuest(life), 0)[0]).toMatchObject({ method: 'REQUEST', uid: one.uid, original: null })
  })

  it('go on with the UID of the event that began to repeat; the last to stay alone has its own', async () => {
    const { life, events, told } = await live()
    const { uid } = only(told)
    const first = await change(life, at(events, 0), { recurrence: 'FREQ=DAILY;COUNT=3' })
    expect(only(await tellGuest(life))).toMatchObject({ uid, sequence: 1, original: null })
    await change(life, first, { recurrence: null }, 'all')
    expect(only(await tellGuest(life))).toMatchObject({ uid, sequence: 2, original: null })
  })
})

describe('F1: all these mails', () => {
  it('have lines of at most 75 octets', () => {
    expect(sent.length).toBeGreaterThan(80)
    const lines = sent.map(textOf).flatMap((text) => text.split('\r\n'))
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
  })

  it('come with a later stamp than the last to the same person about the same', () => {
    const stamps = new Map<string, string[]>()
    for (const mail of sent) {
      const { uid, original, stamp } = at(at(readWithIcalJs([textOf(mail)]), 0), 0)
      const key = `${mail.message.to.email} ${uid} ${original}`
      stamps.set(key, [...(stamps.get(key) ?? []), stamp])
    }
    for (const each of stamps.values()) expect(each).toEqual([...new Set(each)].toSorted())
  })

  it.for(Object.entries(OTHER_READERS))('are to %s what they are to ical.js', ([name, read], { skip }) => {
    if (read === null) {
      console.log(`${name} is not installed; its test is skipped.`)
      skip()
      return
    }
    const texts = sent.map(textOf)
    expect(inOrder(read(texts))).toEqual(inOrder(readWithIcalJs(texts)))
  })
})

function inOrder(mails: ReadEvent[][]): ReadEvent[][] {
  return mails.map((events) =>
    events
      .map((event) => ({ ...event, attendees: event.attendees.toSorted() }))
      .toSorted((a, b) => ((a.original ?? '') < (b.original ?? '') ? -1 : 1)),
  )
}
