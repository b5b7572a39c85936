import { seesDetails } from '@astralis/core/events/visibility'
import type { Mail, MailStatus, SkipReason } from '@astralis/core/mail/mail'
import type { MailKind } from '@astralis/core/mail/mail-content'
import type { ListRemindersInput } from '@astralis/core/reminders/reminder-offsets'
import type { Temporal } from '@astralis/core/temporal'
import { findEvent } from '@astralis/db/queries/events'
import { listMailsOf, listMailsOfSeries } from '@astralis/db/queries/mails'
import type { ServiceContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { inOrganization } from '../transaction.ts'

/** How far the last invitation, update or cancellation to somebody has come. */
export interface DeliveryState {
  id: string
  kind: MailKind
  recipientEmail: string
  status: MailStatus
  skipReason: SkipReason | null
  sentAt: Temporal.Instant | null
  error: string | null
}

/** The last mail to each participant about an event, or about the series that it is a part of (F5). */
export async function listMails(ctx: ServiceContext, { eventId }: ListRemindersInput): Promise<DeliveryState[]> {
  const { orgId } = ctx.actor
  return inOrganization(ctx, orgId, async (tx) => {
    const event = await findEvent(tx, orgId, eventId)
    if (!event || !seesDetails(ctx.actor, event)) throw notFound('event')
    const ofSeries = event.seriesId ? await listMailsOfSeries(tx, orgId, event.seriesId) : []
    const own = await listMailsOf(tx, orgId, eventId, false)
    const lastByPerson = new Map<string, Mail>()
    for (const mail of [...ofSeries, ...own]) if (isTelling(mail)) lastByPerson.set(mail.recipientEmail, mail)
    return [...lastByPerson.values()].map(presentMail)
  })
}

/** One that had nothing to say says nothing about how the last one fared. */
function isTelling({ status, skipReason }: Mail): boolean {
  return status !== 'SKIPPED' || (skipReason !== 'SUPERSEDED' && skipReason !== 'NOTHING_NEW')
}

function presentMail({ id, kind, recipientEmail, status, skipReason, sentAt, error }: Mail): DeliveryState {
  return { id, kind, recipientEmail, status, skipReason, sentAt, error }
}
