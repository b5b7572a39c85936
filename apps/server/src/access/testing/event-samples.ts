import { randomUUID } from 'node:crypto'
import type { ProcedureName } from '@astralis/core/access/access-table'
import type { Member } from './members.ts'
import type { Sample } from './sample.ts'
import { addConnection, addMail, bookEvent, bookSeries, callAs, meetingOf, type World } from './things.ts'

const guestOf = ({ mark }: World) => `guest@${mark}.example`

/** An input that names an event as its owner has last seen it. */
async function seen(world: World, owner: Member) {
  const { id } = await bookEvent(world, owner)
  return { id, version: 1, scope: 'this' }
}

async function eventId(world: World, owner: Member) {
  return { eventId: (await bookEvent(world, owner)).id }
}

/** The link in a guest's invitation. */
async function link(world: World, owner: Member) {
  const { id } = await bookEvent(world, owner)
  return { token: (await addMail(world, guestOf(world), id)).token }
}

/** A question about a day on which the owner has an event, and about whom. */
async function search(world: World, owner: Member) {
  const { startsAt } = await bookEvent(world, owner)
  return {
    participants: [{ email: owner.email }, { email: guestOf(world), isOptional: true }],
    durationMinutes: 60,
    range: { from: startsAt.replace('T10', 'T08'), to: startsAt.replace('T10', 'T18') },
    timeZone: 'UTC',
    startsAt,
  }
}

export const EVENT_SAMPLES = {
  'events.create': {
    inputs: [
      meetingOf,
      async (world, owner) => {
        const idempotencyKey = randomUUID()
        const meeting = { ...meetingOf(world, owner), idempotencyKey }
        await callAs(world, owner, 'events.create', meeting)
        return { ...meeting, ...hoursOf(meetingOf(world, owner)) }
      },
    ],
    shows: true,
  },
  'events.update': {
    inputs: [
      async (world, owner) => ({
        ...(await seen(world, owner)),
        title: `${owner.secret} again`,
        participants: [{ email: guestOf(world) }],
      }),
    ],
    others: 'refused',
    shows: true,
  },
  'events.cancel': { inputs: [seen], others: 'refused', shows: true },
  'events.delete': { inputs: [seen], others: 'refused' },
  'events.respond': {
    inputs: [
      async (world, owner) => ({ ...(await link(world, owner)), status: 'accepted' }),
      async (world, owner) => ({ id: (await bookSeries(world, owner)).id, status: 'accepted', scope: 'all' }),
    ],
    shows: true,
  },
  'events.invitation': { inputs: [link], shows: true },
  'events.get': {
    inputs: [async (world, owner) => ({ id: (await bookEvent(world, owner)).id })],
    others: 'hidden',
    shows: true,
  },
  'events.links': {
    inputs: [
      async (world, owner) => {
        const { id } = await bookEvent(world, owner)
        await addConnection(world, owner, id)
        return { id }
      },
    ],
    others: 'hidden',
  },
  'events.list': {
    inputs: [
      async (world, owner) => {
        const { startsAt: from, endsAt: to } = await bookEvent(world, owner)
        return { from, to, userIds: [owner.id], statuses: ['SCHEDULED'] }
      },
    ],
    others: 'hidden',
    shows: true,
  },

  'events.search': {
    inputs: [
      async (world, owner) => {
        const { id } = await bookEvent(world, owner)
        // A word of this event alone: others may have been handed other ones.
        const word = `w${randomUUID().replaceAll('-', '')}`
        await callAs(world, owner, 'events.update', { id, version: 1, description: word })
        return { text: word }
      },
    ],
    others: 'hidden',
    shows: true,
  },

  'scheduling.conflicts': {
    inputs: [
      async (world, owner) => {
        const { startsAt, endsAt } = await bookEvent(world, owner)
        const { id: excludeEventId } = await bookEvent(world, owner)
        const { seriesId: excludeSeriesId } = await bookSeries(world, owner)
        return { startsAt, endsAt, participants: [owner.email], excludeEventId, excludeSeriesId }
      },
    ],
    others: 'hidden',
    shows: true,
  },
  'scheduling.suggest': {
    inputs: [
      async (world, owner) => {
        const { startsAt: _, ...question } = await search(world, owner)
        return question
      },
    ],
    others: 'hidden',
  },
  'scheduling.explain': { inputs: [search], others: 'hidden', shows: true },
  'scheduling.team': {
    inputs: [
      async (world, owner) => {
        const { startsAt: from, endsAt: to } = await bookEvent(world, owner)
        return { userIds: [owner.id], from, to }
      },
    ],
    others: 'hidden',
    shows: true,
  },

  'reminders.list': { inputs: [eventId], others: 'refused' },
  'reminders.settings': { inputs: [() => undefined] },
  'reminders.setSettings': { inputs: [() => ({ offsetsMinutes: [60] })] },
  'reminders.sendAgain': {
    inputs: [
      async (world, owner) => {
        const event = await bookEvent(world, owner)
        return { id: (await addMail(world, guestOf(world), event.id, { failed: true })).id }
      },
    ],
    others: 'refused',
  },

  'mails.list': { inputs: [eventId], others: 'refused' },
  'mails.outbox': {
    inputs: [
      async (world, owner) => {
        const event = await bookEvent(world, owner)
        await addMail(world, owner.email, event.id)
        return { before: (await addMail(world, owner.email, event.id, { minutes: 1 })).id }
      },
    ],
    others: 'hidden',
    shows: true,
  },
  'mails.outboxMessage': {
    inputs: [
      async (world, owner) => {
        const event = await bookEvent(world, owner)
        return { id: (await addMail(world, owner.email, event.id)).id }
      },
    ],
    others: 'refused',
    shows: true,
  },
} satisfies Partial<Record<ProcedureName, Sample>>

function hoursOf({ startsAt, endsAt }: { startsAt: string; endsAt: string }) {
  return { startsAt, endsAt }
}
