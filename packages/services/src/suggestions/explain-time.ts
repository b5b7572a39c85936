import * as core from '@astralis/core/slots/explain-time'
import { relaxStart, relaxTime } from '@astralis/core/slots/relax'
import { endOf, searchStarts } from '@astralis/core/slots/search'
import { searchCost } from '@astralis/core/slots/search-cost'
import type { ExplainInput } from '@astralis/core/slots/suggest-input'
import type { Explanation, Relaxation } from '@astralis/core/slots/suggestion'
import type { ServiceContext } from '../context.ts'
import { takeAttempts } from '../limits/rate-limit.ts'
import { gatherSearch } from './gather-search.ts'
import { listVisibleEvents } from './list-visible-events.ts'
import { warnOfStrangers } from './warn-of-strangers.ts'

/** The longest buffer there is: an event further away blocks nothing. */
const BUFFER_MILLISECONDS = 240 * 60_000

/** Why a time is not free, person by person, or that it is (E4). Any time may be asked for, also outside of the range. */
export async function explainTime(ctx: ServiceContext, input: ExplainInput): Promise<Explanation> {
  await takeAttempts(ctx, [{ limit: 'suggest.person', of: ctx.actor.userId, cost: searchCost(input) }])
  const { startsAt, durationMinutes } = input
  const around = { ...input, range: { from: startsAt, to: startsAt.add({ minutes: durationMinutes }) } }
  const search = await gatherSearch(ctx, around)
  const start = startsAt.epochMilliseconds
  const absent = core.listAbsent(search, start)
  const emails = absent.map(({ email }) => email)
  const events = await listVisibleEvents(ctx, emails, {
    startsAt: start - BUFFER_MILLISECONDS,
    endsAt: endOf(search, start) + BUFFER_MILLISECONDS,
  })
  const { free, blockers } = core.explainTime(search, start, absent, events)
  const relaxations = free ? [] : relaxTime(search, start, absent, events)
  if (!free) relaxations.push(...(await relaxByMoving(ctx, input)))
  return { free, blockers, relaxations, warnings: warnOfStrangers(search.people) }
}

/** The nearest time within the range that suits everybody. */
async function relaxByMoving(ctx: ServiceContext, input: ExplainInput): Promise<Relaxation[]> {
  const search = await gatherSearch(ctx, input)
  const nearest = relaxStart(search, input.startsAt.epochMilliseconds, searchStarts(search))
  return nearest === null ? [] : [nearest]
}
