import type { LogEntry, LogPage } from '@astralis/core/activity/log-entry'
import type { ListActivityInput } from '@astralis/core/activity/activity-input'
import { subjectOf } from '@astralis/core/activity/subject-of'
import { visibleEntry } from '@astralis/core/activity/visible-entry'
import {
  type ActivityRow,
  findActivityCursor,
  listActivity,
  type LoggedEvent,
  listLoggedEvents,
} from '@astralis/db/queries/activity'
import { reachesAll } from '../access.ts'
import type { Actor, ServiceContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { inOrganization } from '../transaction.ts'

/**
 * A page of the log as the caller may read it (B7), newest first: an ADMIN all of the organization, others what they did
 * themselves. What is written meanwhile is newer than any page that follows. Throws NOT_FOUND where `before` is no entry.
 */
export async function readLog(
  ctx: ServiceContext,
  { before, ...filters }: ListActivityInput,
  limit: number,
): Promise<LogPage> {
  const { actor } = ctx
  const { orgId, userId } = actor
  const ownOf = reachesAll(actor, 'activity.list') ? undefined : userId
  return inOrganization(ctx, orgId, async (tx) => {
    const cursor = before === undefined ? undefined : await findActivityCursor(tx, orgId, { id: before, ownOf })
    if (cursor === null) throw notFound('entry')
    const rows = await listActivity(tx, orgId, { ...filters, ownOf, before: cursor, limit: limit + 1 })
    const page = rows.slice(0, limit)
    const ids = page.filter(({ entity }) => EVENTFUL.has(entity)).map(({ entityId }) => entityId)
    const events = new Map((await listLoggedEvents(tx, orgId, ids)).map((event) => [event.id, event]))
    return {
      entries: page.flatMap((row) => presentEntry(actor, row, events.get(row.entityId) ?? null)),
      next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    }
  })
}

const EVENTFUL = new Set(['event', 'series'])

function presentEntry(viewer: Actor, row: ActivityRow, event: LoggedEvent | null): LogEntry[] {
  const entry = visibleEntry(viewer, row, event)
  if (!entry) return []
  const { id, actorId, actorName, actorEmail, aboutName, origin, action, entity, entityId, before, after, isWhole } =
    entry
  const isKnown = actorId !== null && actorName !== null && actorEmail !== null
  return [
    {
      id,
      at: entry.at.toString(),
      actor: isKnown ? { id: actorId, name: actorName, email: actorEmail } : null,
      origin,
      action,
      entity,
      entityId,
      subject: subjectOf({ before, after, knownName: aboutName ?? (isWhole ? (event?.title ?? null) : null) }),
      before,
      after,
    },
  ]
}
