import { MAX_TEAM, type TeamInput } from '@astralis/core/team/team-input'
import { presentTeam, type TeamPerson } from '@astralis/core/team/team-person'
import { listHours } from '@astralis/db/queries/list-hours'
import { listTeamEvents } from '@astralis/db/queries/list-team-events'
import { listMembers } from '@astralis/db/queries/users'
import type { ServiceContext } from '../context.ts'
import { inOrganization, sentTogether } from '../transaction.ts'

export interface Team {
  people: TeamPerson[]
  /** Members that were asked for, and are too many to be shown side by side. */
  notShown: number
}

/**
 * When active members work and are busy, side by side, as the caller may see it (H2). Everybody where nobody is named; two
 * round trips, whatever the number of people.
 */
export async function listTeam(ctx: ServiceContext, { userIds, from, to }: TeamInput): Promise<Team> {
  const { orgId, email: viewerEmail } = ctx.actor
  const span = { startsAt: from, endsAt: to }
  return inOrganization(ctx, orgId, async (tx) => {
    const members = await listMembers(tx, orgId, { onlyActive: true })
    const asked = userIds ? members.filter(({ id }) => userIds.includes(id)) : members
    const emails = asked.slice(0, MAX_TEAM).map(({ email }) => email)
    const [hours, events] = await sentTogether([
      listHours(tx, orgId, emails, span),
      listTeamEvents(tx, { orgId, span, emails, viewerEmail }),
    ])
    return { people: presentTeam(ctx.actor, { hours, events }, span), notShown: asked.length - emails.length }
  })
}
