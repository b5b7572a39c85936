import { listLinkedCalendars } from '@astralis/db/queries/linked-calendars'
import type { ServiceContext } from '../context.ts'
import { inOrganization } from '../transaction.ts'
import { type LinkedCalendar, presentCalendar } from './present-connection.ts'
import { requireOwn } from './require-own.ts'

/** The calendars of an account that the caller has linked. */
export async function listCalendars(ctx: ServiceContext, { id }: { id: string }): Promise<LinkedCalendar[]> {
  const { orgId } = ctx.actor
  return inOrganization(ctx, orgId, async (tx) => {
    await requireOwn(tx, ctx.actor, id)
    return (await listLinkedCalendars(tx, orgId, [id])).map(presentCalendar)
  })
}
