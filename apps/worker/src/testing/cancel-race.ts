import { setTimeout as pause } from 'node:timers/promises'
import { createEventInput } from '@astralis/core/events/event-input'
import type { MailStatus } from '@astralis/core/mail/mail'
import type { MailKind } from '@astralis/core/mail/mail-content'
import { Temporal } from '@astralis/core/temporal'
import { cancelEvent } from '@astralis/services/events/cancel-event'
import { createEvent } from '@astralis/services/events/create-event'
import { sweepMails } from '@astralis/services/mail/sweep-mails'
import { sql } from 'drizzle-orm'
import { countTwice, type KillSite, waitUntilSettled } from './kill-site.ts'

interface CancelRace {
  /** Each with as many meetings as `EVENTS`. */
  rounds: number
  /** Numbers from 0 to 1. */
  random: () => number
}

/** Of one round. All have the same organizer, so that they are booked and cancelled one after the other. */
export const EVENTS = 25

/** How it went; the last five must be 0. */
interface RaceResult {
  reminders: number
  skipped: number
  acceptedBeforeCommit: number
  acceptedAfterCommit: number
  /** Found waiting right after the commit. */
  pendingAfterCommit: number
  skippedAndAccepted: number
  /** Accepted after the commit, without having been in a worker's hands at it. */
  unclaimedAndAccepted: number
  /** Reached somebody who did not hear of the cancellation after it. */
  withoutCancellation: number
  twice: number
}

const OFFSET_MINUTES = 60
/** A cancellation comes this long before its reminder is due, or up to as long after as its delivery may take. */
const [EARLIEST_MS, LATEST_MS] = [-500, 2000]

/** What a cancellation found right after its commit. */
interface Cancelled {
  committedAt: number
  statuses: ReadonlyMap<string, MailStatus>
}

/**
 * Meetings of two, both to be reminded, each cancelled at a random moment around the delivery of its reminders by a
 * worker process.
 */
export async function raceCancellations(site: KillSite, { rounds, random }: CancelRace): Promise<RaceResult> {
  const worker = site.start()
  await worker.ready
  const cancelled = new Map<string, Cancelled>()
  let bookingMs = 3000
  for (let round = 0; round < rounds; round++) {
    const began = Date.now()
    const dueAt = Temporal.Instant.fromEpochMilliseconds(Math.ceil(began + 1.5 * bookingMs - EARLIEST_MS))
    const ids = await bookAll(site, dueAt, round)
    // As the clock makes the worker do it; what is booked shortly before its reminder is due may not wait for that here.
    await sweepMails(site.ctx)
    bookingMs = Date.now() - began
    const cancel = async (id: string) => {
      const moment = dueAt.epochMilliseconds + EARLIEST_MS + random() * (LATEST_MS - EARLIEST_MS)
      await pause(Math.max(0, moment - Date.now()))
      await cancelEvent(site.ctx, { id, version: 1 })
      const committedAt = Date.now()
      cancelled.set(id, { committedAt, statuses: await reminderStatuses(site, id) })
    }
    await Promise.all(ids.map(cancel))
  }
  await waitUntilSettled(site)
  await worker.kill()
  return countOutcomes(site, cancelled)
}

/** As if booked an hour ago: that a reminder is soon due is no reason to leave it out then. */
async function bookAll({ ctx }: KillSite, dueAt: Temporal.Instant, round: number): Promise<string[]> {
  const clock = () => dueAt.subtract({ minutes: OFFSET_MINUTES })
  const startsAt = dueAt.add({ minutes: OFFSET_MINUTES })
  const book = async (_: unknown, nth: number) => {
    const input = createEventInput.parse({
      title: 'Planning',
      startsAt: startsAt.toString(),
      endsAt: startsAt.add({ minutes: 30 }).toString(),
      participants: [{ email: `guest-${round}-${nth}@example.com` }],
      showsAs: 'FREE',
      reminderOffsetsMinutes: [OFFSET_MINUTES],
    })
    return (await createEvent({ ...ctx, clock }, input)).event.id
  }
  return Promise.all(Array.from({ length: EVENTS }, book))
}

async function reminderStatuses({ owner }: KillSite, eventId: string): Promise<Map<string, MailStatus>> {
  const rows = await owner.execute<{ id: string; status: MailStatus }>(sql`
    select id, status from mails where event_id = ${eventId} and kind = 'reminder'`)
  return new Map(rows.map(({ id, status }) => [id, status]))
}

interface StoredMail extends Record<string, unknown> {
  id: string
  kind: MailKind
  status: MailStatus
  eventId: string
  email: string
}

async function countOutcomes(site: KillSite, cancelled: Map<string, Cancelled>): Promise<RaceResult> {
  const mails = await site.owner.execute<StoredMail>(sql`
    select id, kind, status, event_id as "eventId", recipient_email as email from mails`)
  const accepted = site.provider.accepted()
  const placeOf = new Map(accepted.map(({ key }, place) => [key.split('/')[1], place]))
  const isAccepted = ({ id }: StoredMail) => placeOf.has(id)
  const isAfterCommit = ({ id, eventId }: StoredMail) =>
    (accepted[placeOf.get(id) ?? -1]?.acceptedAt ?? 0) > (cancelled.get(eventId)?.committedAt ?? 0)
  const foundAs = ({ id, eventId }: StoredMail) => cancelled.get(eventId)?.statuses.get(id)
  const cancellations = mails.filter(({ kind }) => kind === 'cancellation')
  const isFollowed = (reminder: StoredMail) =>
    cancellations.some(
      ({ id, eventId, email }) =>
        eventId === reminder.eventId &&
        email === reminder.email &&
        (placeOf.get(id) ?? -1) > (placeOf.get(reminder.id) ?? Infinity),
    )
  // Organizers know what they cancel, unless a reminder reaches them after that.
  const mustHear = (reminder: StoredMail) => reminder.email !== site.ctx.actor.email || isAfterCommit(reminder)

  const reminders = mails.filter(({ kind }) => kind === 'reminder')
  const arrived = reminders.filter(isAccepted)
  const late = arrived.filter(isAfterCommit)
  return {
    reminders: reminders.length,
    skipped: reminders.filter(({ status }) => status === 'SKIPPED').length,
    acceptedBeforeCommit: arrived.length - late.length,
    acceptedAfterCommit: late.length,
    pendingAfterCommit: reminders.filter((reminder) => foundAs(reminder) === 'PENDING').length,
    skippedAndAccepted: arrived.filter(({ status }) => status === 'SKIPPED').length,
    unclaimedAndAccepted: late.filter((reminder) => !['CLAIMED', 'SENT'].includes(foundAs(reminder) ?? '')).length,
    withoutCancellation: arrived.filter((reminder) => mustHear(reminder) && !isFollowed(reminder)).length,
    twice: countTwice(accepted),
  }
}
