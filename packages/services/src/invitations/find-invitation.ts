import type { Event } from '@astralis/core/events/event'
import { Temporal } from '@astralis/core/temporal'
import type { Transaction } from '@astralis/db/client'
import { findEvent, listOccurrences } from '@astralis/db/queries/events'
import { findMailByToken } from '@astralis/db/queries/mails'
import { findSeries } from '@astralis/db/queries/series'
import { hashToken } from '../auth/org-token.ts'
import { notFound } from '../errors.ts'

/** What an invitation is about, as it is now. */
export interface FoundInvitation {
  email: string
  /** Of a series, the occurrence that is next. */
  event: Event
  /** How far an answer goes. */
  scope: 'this' | 'all'
}

/** Throws NOT_FOUND for a token that is unknown, or whose event is gone. */
export async function findInvitation(
  tx: Transaction,
  orgId: string,
  token: string,
  now: Temporal.Instant,
): Promise<FoundInvitation> {
  const mail = await findMailByToken(tx, orgId, hashToken(token))
  if (!mail) throw notFound('invitation')
  const isOfSeries = mail.kind !== 'reminder' && mail.originalStartsAt === null
  const series = isOfSeries ? await findSeries(tx, orgId, mail.uid) : null
  const event = series ? await findNext(tx, orgId, series.id, now) : await findEvent(tx, orgId, mail.eventId)
  if (!event) throw notFound('invitation')
  return { email: mail.recipientEmail, event, scope: series ? 'all' : 'this' }
}

async function findNext(
  tx: Transaction,
  orgId: string,
  seriesId: string,
  now: Temporal.Instant,
): Promise<Event | undefined> {
  const occurrences = await listOccurrences(tx, orgId, seriesId)
  const isToCome = ({ endsAt, status }: Event) => status !== 'CANCELLED' && Temporal.Instant.compare(endsAt, now) > 0
  return occurrences.find(isToCome) ?? occurrences.at(-1)
}
