import type { Event } from '../events/event.ts'
import { seriesEvents, singleEvent } from '../ical/series-events.ts'
import type { OccurrenceDraft } from '../series/draft-series.ts'
import type { Series } from '../series/series.ts'
import { Temporal } from '../temporal.ts'
import { differingGroups } from './field-groups.ts'

/** Whether an event would be written as it is already. */
export function keepsSaying(before: Event, after: OccurrenceDraft): boolean {
  return (
    before.seriesId === after.seriesId &&
    isSameInstant(before.originalStartsAt, after.originalStartsAt) &&
    before.ownFields.toSorted().join() === after.ownFields.toSorted().join() &&
    before.timeZone === after.timeZone &&
    namesOf(before) === namesOf(after) &&
    differingGroups(singleEvent(before), singleEvent(after)).length === 0
  )
}

/** Whether a series would be written as it is already. */
export function keepsGoing(before: Series, after: Series): boolean {
  const [[was], [is]] = [seriesEvents(before, []), seriesEvents(after, [])]
  return (
    was !== undefined &&
    is !== undefined &&
    differingGroups(was, is).length === 0 &&
    before.status === after.status &&
    before.timeZone === after.timeZone &&
    namesOf(before) === namesOf(after) &&
    isSameInstant(before.nextStartsAt, after.nextStartsAt)
  )
}

function isSameInstant(a: Temporal.Instant | null, b: Temporal.Instant | null): boolean {
  return a === null || b === null ? a === b : Temporal.Instant.compare(a, b) === 0
}

function namesOf({ participants }: Pick<OccurrenceDraft, 'participants'>): string {
  return participants
    .map(({ email, name }) => `${email} ${name ?? ''}`)
    .toSorted()
    .join()
}
