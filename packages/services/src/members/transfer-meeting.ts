import type { HandOver } from '@astralis/core/events/hand-over'
import { planAnnouncements } from '@astralis/core/mail/plan-announcements'
import type { TransferMeetingsInput } from '@astralis/core/people/member-input'
import { planHandOver } from '@astralis/core/series/plan-hand-over'
import type { Transaction } from '@astralis/db/client'
import { forgetUnlinked, type Meeting, setCreator } from '@astralis/db/queries/hand-over'
import { findEvent } from '@astralis/db/queries/events'
import { putSeries } from '@astralis/db/queries/series'
import { holdMember } from '@astralis/db/queries/users'
import { recordActivity } from '../activity/record-activity.ts'
import type { ServiceContext } from '../context.ts'
import { notFound, ServiceError } from '../errors.ts'
import { lockEvent } from '../events/lock-event.ts'
import { writeEvents } from '../events/write-events.ts'
import { announce } from '../mail/announce.ts'
import { inOrganization } from '../transaction.ts'

/** Hands one event or series over; false where it is gone, over, or somebody else's by now. */
export async function transferMeeting(
  ctx: ServiceContext,
  { eventId, isSeries }: Meeting,
  members: TransferMeetingsInput,
): Promise<boolean> {
  const { orgId, email: actorEmail } = ctx.actor
  return inOrganization(ctx, orgId, async (tx) => {
    const hands = await requireHands(tx, orgId, members)
    if (!(await findEvent(tx, orgId, eventId))) return false
    const scope = isSeries ? 'all' : 'this'
    const locked = await lockEvent(tx, ctx, { id: eventId, scope, newPeople: [hands.to.email] })
    const now = ctx.clock()
    const plan = planHandOver({ ...locked, now }, hands)
    const { changed, written } = plan
    if (changed.length + written.length === 0) return false

    for (const series of written) await putSeries(tx, orgId, { ...series, updatedAt: now })
    const isTheirs = ({ createdBy }: { createdBy: string | null }) => createdBy === hands.to.id
    await setCreator(tx, orgId, {
      createdBy: hands.to.id,
      eventIds: changed
        .map(({ after }) => after)
        .filter(isTheirs)
        .map(({ id }) => id),
      seriesIds: written.filter(isTheirs).map(({ id }) => id),
    })
    await forgetUnlinked(tx, orgId, { userId: hands.from.id, ownId: locked.series?.id ?? eventId })
    await writeEvents(tx, ctx, plan, { now, waiting: locked.waiting })
    await announce(tx, ctx, planAnnouncements({ ...locked, plan, joined: null, actorEmail, now }))
    const { title, source } = locked.event
    await recordActivity(tx, ctx, [
      {
        action: 'event.transferred',
        entityId: locked.event.id,
        before: { title, source, organizer: hands.from.email },
        after: { title, source, organizer: hands.to.email, ...(isSeries && { scope, occurrences: changed.length }) },
      },
    ])
    return true
  })
}

/** Both members, who stay as they are until the transaction ends. Throws NOT_FOUND, or MEMBER_INACTIVE for `to`. */
export async function requireHands(
  tx: Transaction,
  orgId: string,
  { fromId, toId }: TransferMeetingsInput,
): Promise<HandOver> {
  const [from, to] = [await holdMember(tx, orgId, fromId), await holdMember(tx, orgId, toId)]
  if (!from || !to) throw notFound('person')
  if (!to.isActive)
    throw new ServiceError('MEMBER_INACTIVE', `${to.name} is deactivated, and can not take meetings over.`)
  return { from, to }
}
