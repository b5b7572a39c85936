import { DEFAULT_OFFSETS_MINUTES, type ReminderSettingsInput } from '@astralis/core/reminders/reminder-offsets'
import { listOwnOffsets } from '@astralis/db/queries/reminders'
import type { ServiceContext } from '../context.ts'
import { inOrganization } from '../transaction.ts'

/** How long before the start the caller is reminded, unless an event says otherwise (F2). */
export async function getReminderSettings(ctx: ServiceContext): Promise<ReminderSettingsInput> {
  const { orgId, email } = ctx.actor
  const offsets = await inOrganization(ctx, orgId, (tx) => listOwnOffsets(tx, orgId, [email]))
  return { offsetsMinutes: [...(offsets.get(email) ?? DEFAULT_OFFSETS_MINUTES)] }
}
