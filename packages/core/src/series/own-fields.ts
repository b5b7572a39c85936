import type { DraftParticipant, EventDraft } from '../events/draft-event.ts'
import { OWN_FIELDS, type OwnField } from '../events/event.ts'
import { draftOccurrence, type OccurrenceDraft } from './draft-series.ts'
import type { Series } from './series.ts'

/** What differs between two forms of an event. Answers of participants are theirs, and no change of the event. */
export function changedFields(before: EventDraft, after: EventDraft): OwnField[] {
  return OWN_FIELDS.filter((field) => contentOf(before, field) !== contentOf(after, field))
}

/** Who is asked, and how. Names may have been looked up, and are no difference. */
export function peopleOf(participants: readonly DraftParticipant[]): string {
  return participants
    .map(({ email, isOptional }) => `${email} ${isOptional}`)
    .toSorted()
    .join(', ')
}

function contentOf(event: EventDraft, field: OwnField): string | null {
  if (field === 'time') return [event.startsAt, event.endsAt, event.allDay, event.timeZone].join(' ')
  if (field === 'reminders') return event.reminderOffsetsMinutes?.join(' ') ?? null
  if (field !== 'participants') return event[field]
  return peopleOf(event.participants)
}

/** What of an occurrence is its own, and not as its series has it. Of its status only whether it takes place. */
export function ownFieldsOf(series: Series, occurrence: OccurrenceDraft): OwnField[] {
  const slot = (occurrence.originalStartsAt ?? occurrence.startsAt).epochMilliseconds
  const usual = draftOccurrence(series, slot, occurrence.id)
  const isUsual = (occurrence.status === 'CANCELLED') === (series.status === 'CANCELLED')
  return changedFields(usual, { ...occurrence, ...(isUsual && { status: usual.status }) })
}
