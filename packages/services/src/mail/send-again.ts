import type { MailInput } from '@astralis/core/reminders/reminder-offsets'
import { findEvent } from '@astralis/db/queries/events'
import { findMail, restartMail } from '@astralis/db/queries/mails'
import { requireChange } from '../access.ts'
import { recordActivity } from '../activity/record-activity.ts'
import type { ServiceContext } from '../context.ts'
import { notFound, ServiceError } from '../errors.ts'
import { inOrganization } from '../transaction.ts'

/**
 * Sends a mail again that FAILED, or of which nobody knows whether it arrived (UNKNOWN), because a person asked for it.
 * It is looked at like any other: what has begun by then is skipped.
 */
export async function sendAgain(ctx: ServiceContext, { id }: MailInput): Promise<void> {
  const { orgId } = ctx.actor
  await inOrganization(ctx, orgId, async (tx) => {
    const mail = await findMail(tx, orgId, id)
    const event = mail && (await findEvent(tx, orgId, mail.eventId))
    if (!mail || !event) throw notFound('mail')
    requireChange(ctx.actor, event)
    const now = ctx.clock()
    if (!(await restartMail(tx, orgId, id, now)))
      throw new ServiceError('MAIL_NOT_FAILED', 'Only a mail that failed, or may not have arrived, can be sent again.')
    const job = mail.kind === 'reminder' ? 'scheduling-reminders' : 'invitations.deliver'
    await ctx.enqueue(tx, job, [{ payload: { orgId, id }, key: id }])
    const { recipientEmail, kind } = mail
    const { title, source } = event
    await recordActivity(tx, ctx, [
      { action: 'event.mailed-again', entityId: event.id, after: { title, source, recipientEmail, kind } },
    ])
  })
}
