import { planSearch, type Search } from '@astralis/core/slots/search'
import type { SuggestInput } from '@astralis/core/slots/suggest-input'
import type { ServiceContext } from '../context.ts'
import { inOrganization } from '../transaction.ts'
import { entryFor, gatherPeople } from './gather-people.ts'

/** A question to the engine, with all that it has to know of the people. */
export async function gatherSearch(ctx: ServiceContext, input: Omit<SuggestInput, 'limit'>): Promise<Search> {
  const { orgId } = ctx.actor
  const people = await inOrganization(ctx, orgId, (tx) => gatherPeople(tx, orgId, input), entryFor(input))
  return planSearch(input, people, ctx.clock())
}
