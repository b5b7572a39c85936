import { Temporal } from '@astralis/core/temporal'
import type { Inputs } from '../../lib/trpc.ts'
import type { ActivitySearch } from './activity-search.ts'

/** Which entries are asked for. */
export type ActivityFilter = Omit<NonNullable<Inputs['activity']['list']>, 'before'>

/** The question to the server that an address means; days are those of `timeZone`. */
export function filterOf({ entity, about, person, from, to }: ActivitySearch, timeZone: string): ActivityFilter {
  return {
    ...(entity && { entity }),
    ...(about && { entityId: about }),
    ...(person && { actorId: person }),
    ...(from && { from: startOf(from, 0, timeZone) }),
    ...(to && { to: startOf(to, 1, timeZone) }),
  }
}

/** A 31st of February, which an address may hold, counts as the last day of that month. */
function startOf(date: string, daysLater: number, timeZone: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const first = Temporal.PlainDate.from({ year, month, day }).add({ days: daysLater })
  return first.toZonedDateTime(timeZone).toInstant().toString()
}
