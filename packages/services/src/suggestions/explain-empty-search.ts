import { explainEmpty, findHindrances, type Hindrance } from '@astralis/core/slots/explain-empty'
import { relaxDuration, relaxEvent, relaxRange, relaxSomebody } from '@astralis/core/slots/relax'
import { endOf, type Search, searchStarts } from '@astralis/core/slots/search'
import type { SuggestInput } from '@astralis/core/slots/suggest-input'
import type { Relaxation, Suggestions } from '@astralis/core/slots/suggestion'
import type { ServiceContext } from '../context.ts'
import { gatherSearch } from './gather-search.ts'
import { listVisibleEvents } from './list-visible-events.ts'

/** How far beyond the range a time is looked for. */
const WIDER_DAYS = 14

/** Why a search found nothing, and the nearest changes that would find something (E4). */
export async function explainEmptySearch(
  ctx: ServiceContext,
  input: SuggestInput,
  search: Search,
): Promise<NonNullable<Suggestions['empty']>> {
  const found = findHindrances(search)
  const relaxations = [
    relaxDuration(search),
    relaxSomebody(search, found.hindrances),
    await relaxByMoving(ctx, search, found.hindrances),
    await relaxByWaiting(ctx, input),
  ]
  return {
    blockers: explainEmpty(search, found),
    relaxations: relaxations.filter((relaxation) => relaxation !== null),
  }
}

/** The first time at which one event of one person is all that is in the way. */
async function relaxByMoving(
  ctx: ServiceContext,
  search: Search,
  hindrances: readonly Hindrance[],
): Promise<Relaxation | null> {
  const { person, firstAlone } = hindrances.find((hindrance) => hindrance.firstAlone.busy !== undefined) ?? {}
  if (person === undefined || firstAlone?.busy === undefined) return null
  const startsAt = firstAlone.busy
  const events = await listVisibleEvents(ctx, [person.email], { startsAt, endsAt: endOf(search, startsAt) })
  return relaxEvent(search, startsAt, events)
}

/** The first time after the range. */
async function relaxByWaiting(ctx: ServiceContext, input: SuggestInput): Promise<Relaxation | null> {
  const { to } = input.range
  const later = { ...input, range: { from: to, to: to.add({ hours: WIDER_DAYS * 24 }) } }
  const search = await gatherSearch(ctx, later)
  const [startsAt] = searchStarts(search)
  return startsAt === undefined ? null : relaxRange(search, startsAt)
}
