import { seesDetails, eventFor } from '@astralis/core/events/visibility'
import { foldText } from '@astralis/core/search/fold-text'
import { type FoundEvent, foundEvent } from '@astralis/core/search/found-event'
import { comparePlaces, writeSearchCursor } from '@astralis/core/search/search-cursor'
import type { SearchEventsInput } from '@astralis/core/search/search-input'
import { searchTerms } from '@astralis/core/search/search-terms'
import { wordStarts } from '@astralis/core/search/word-starts'
import { listEventsById } from '@astralis/db/queries/events'
import { searchInternal, searchOwn } from '@astralis/db/queries/search-events'
import { listMembers, type MemberRow } from '@astralis/db/queries/users'
import { reachesAll } from '../access.ts'
import type { ServiceContext } from '../context.ts'
import { inOrganization } from '../transaction.ts'

export interface SearchPage {
  events: FoundEvent[]
  /** `after` of the next page; null where this is the last. */
  next: string | null
}

/**
 * The events in which all words of a text are, whatever their case and accents: what is to come first, soonest first, then
 * what is over, latest first. A series is found once. Whose details the caller may not see is not looked at, so that
 * neither answers nor their time tell of it.
 */
export async function searchEvents(ctx: ServiceContext, input: SearchEventsInput): Promise<SearchPage> {
  const { actor } = ctx
  const { orgId } = actor
  const starts = searchTerms(input.text)
  if (starts.length === 0) return { events: [], next: null }
  const now = input.after?.now ?? ctx.clock()
  return inOrganization(ctx, orgId, async (tx) => {
    const members = await listMembers(tx, orgId, { onlyActive: false })
    const terms = starts.map((start) => ({ start, emails: addressesOf(members, start) }))
    const search = { ...input, orgId, terms, now, limit: input.limit + 1 }
    // From calendars of others not even an ADMIN learns more than when they are busy.
    const onlyImported = reachesAll(actor, 'events.search')
    const own = await searchOwn(tx, search, { ...actor, onlyImported })
    const internal = onlyImported ? await searchInternal(tx, search) : []
    const places = [...own, ...internal].toSorted(comparePlaces).slice(0, search.limit)
    const page = places.slice(0, input.limit)
    const last = page.at(-1)
    const events = new Map(
      (
        await listEventsById(
          tx,
          orgId,
          page.map(({ id }) => id),
        )
      ).map((event) => [event.id, event]),
    )
    const known = new Set(terms.flatMap(({ emails }) => emails))
    return {
      events: page.flatMap(({ id }) => {
        const event = events.get(id)
        return event && seesDetails(actor, event) ? [foundEvent(eventFor(actor, event), starts, known)] : []
      }),
      next: last && places.length > page.length ? writeSearchCursor({ now, ...last }) : null,
    }
  })
}

/** Of the members in whose name a word begins so. */
function addressesOf(members: readonly MemberRow[], start: string): string[] {
  return members
    .filter(({ name }) => wordStarts(foldText(name)).some((word) => word.startsWith(start)))
    .map(({ email }) => email)
}
