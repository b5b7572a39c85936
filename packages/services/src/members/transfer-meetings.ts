import type { TransferMeetingsInput } from '@astralis/core/people/member-input'
import { listMeetingsOf } from '@astralis/db/queries/hand-over'
import { recordActivity } from '../activity/record-activity.ts'
import type { ServiceContext } from '../context.ts'
import { inOrganization } from '../transaction.ts'
import { requireHands, transferMeeting } from './transfer-meeting.ts'

/**
 * Hands what somebody organizes from now on to another member, and answers how many meetings those were; a series is one.
 * Each is a transaction of its own, so that nobody waits for all of them; whoever repeats it after a crash moves the rest.
 * Where the new organizer has no time, the meeting ends in CONFLICT.
 */
export async function transferMeetings(ctx: ServiceContext, input: TransferMeetingsInput): Promise<number> {
  const { orgId } = ctx.actor
  const { hands, meetings } = await inOrganization(ctx, orgId, async (tx) => {
    const hands = await requireHands(tx, orgId, input)
    return { hands, meetings: await listMeetingsOf(tx, orgId, { ...hands.from, now: ctx.clock() }) }
  })
  let moved = 0
  for (const meeting of meetings) if (await transferMeeting(ctx, meeting, input)) moved++
  if (moved === 0) return 0
  const after = { email: hands.from.email, to: hands.to.email, meetings: moved }
  await inOrganization(ctx, orgId, (tx) =>
    recordActivity(tx, ctx, [{ action: 'member.transferred', entityId: hands.from.id, after }]),
  )
  return moved
}
