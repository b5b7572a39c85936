import type { ReminderSettingsInput } from '@astralis/core/reminders/reminder-offsets'
import { listEventsById } from '@astralis/db/queries/events'
import { listEventIdsToRemind, setOwnOffsets } from '@astralis/db/queries/reminders'
import { recordActivity } from '../activity/record-activity.ts'
import type { ServiceContext } from '../context.ts'
import { withPeopleLocked } from '../transaction.ts'
import { putReminders } from './put-reminders.ts'

/** Sets when the caller is reminded, also of what is booked already (F2, F4). */
export async function setReminderSettings(
  ctx: ServiceContext,
  { offsetsMinutes }: ReminderSettingsInput,
): Promise<ReminderSettingsInput> {
  const { orgId, userId, email } = ctx.actor
  // Nobody books them with the old settings meanwhile.
  return withPeopleLocked(ctx, orgId, [email], async (tx) => {
    const now = ctx.clock()
    await setOwnOffsets(tx, orgId, userId, offsetsMinutes)
    const knownIds = await listEventIdsToRemind(tx, orgId, email, now)
    const events = await listEventsById(tx, orgId, knownIds)
    await putReminders(tx, events, { ...ctx, orgId, now, knownIds, email })
    await recordActivity(tx, ctx, [{ action: 'reminders.set', entityId: userId, after: { offsetsMinutes } }])
    return { offsetsMinutes }
  })
}
