import type { Event } from '../events/event.ts'
import { singleEvent } from '../ical/series-events.ts'
import type { OccurrenceDraft } from '../series/draft-series.ts'
import { Temporal } from '../temporal.ts'
import { differingGroups } from './field-groups.ts'

/** Whether an event would be written as it is already. */
export function keepsSaying(before: Event, after: OccurrenceDraft): boolean {
  return (
    before.seriesId === after.seriesId &&
    isSameSlot(before, after) &&
    before.ownFields.toSorted().join() === after.ownFields.toSorted().join() &&
    before.timeZone === after.timeZone &&
    namesOf(before) === namesOf(after) &&
    differingGroups(singleEvent(before), singleEvent(after)).length === 0
  )
}

function isSameSlot({ originalStartsAt: a }: Event, { originalStartsAt: b }: OccurrenceDraft): boolean {
  return a === null || b === null ? a === b : Temporal.Instant.compare(a, b) === 0
}

function namesOf({ participants }: Pick<OccurrenceDraft, 'participants'>): string {
  return participants
    .map(({ email, name }) => `${email} ${name ?? ''}`)
    .toSorted()
    .join()
}
