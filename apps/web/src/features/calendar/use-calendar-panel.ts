import { useDeferredValue, useState } from 'react'
import type { SessionUser } from '../auth/session.ts'
import type { CalendarEvent } from '../events/calendar-event.ts'
import { eventValues, newEventValues, organizer, toSpan, type EventFormValues } from '../events/event-form-values.ts'
import { findUnsaved, keepUnsaved } from '../events/unsaved-event.ts'
import type { DrawnEvent } from './draw-on-grid.ts'
import type { GridEvent } from './grid-event.ts'
import { DRAFT_ID } from './grid-pieces.ts'

/** What is open beside the calendar. */
export type CalendarPanel =
  | { kind: 'details'; eventId: string }
  /** `eventId` is null for a new event. */
  | { kind: 'editor'; eventId: string | null; initialValues: EventFormValues }

/** The panel beside the calendar, and the event that is being made or changed, as the grid draws it. */
export function useCalendarPanel(user: SessionUser) {
  const [panel, setPanel] = useState<CalendarPanel | null>(() => restorePanel(user.id))
  const [draft, setDraft] = useState<GridEvent | null>(null)
  const laggingDraft = useDeferredValue(draft)

  const openEditor = (eventId: string | null, initialValues: EventFormValues) => {
    setPanel({ kind: 'editor', eventId, initialValues })
    setDraft(draftOf(eventId, initialValues))
  }
  return {
    panel,
    // The grid may lag behind the typing, never the other way round; what is saved or given up is gone at once.
    draft: draft && laggingDraft,
    openDetails: (eventId: string) => setPanel({ kind: 'details', eventId }),
    openEdit: (event: CalendarEvent) => openEditor(event.id, eventValues(event)),
    openNew: (drawn: DrawnEvent) =>
      openEditor(null, newEventValues({ ...drawn, timeZone: user.timeZone }, organizer(user))),
    /** A new event that was begun elsewhere. */
    openForm: (values: EventFormValues) => openEditor(null, values),
    draw: (drawn: DrawnEvent | null) =>
      setDraft(drawn && draftOf(null, newEventValues({ ...drawn, timeZone: user.timeZone }, organizer(user)))),
    followForm: (eventId: string | null, values: EventFormValues) => {
      setDraft(draftOf(eventId, values))
      keepUnsaved({ ownerId: user.id, eventId, values })
    },
    close: () => {
      setPanel(null)
      setDraft(null)
      keepUnsaved(null)
    },
  }
}

function restorePanel(userId: string): CalendarPanel | null {
  const unsaved = findUnsaved(userId)
  return unsaved && { kind: 'editor', eventId: unsaved.eventId, initialValues: unsaved.values }
}

/** The event that a form describes; null while its times make no sense. */
function draftOf(eventId: string | null, values: EventFormValues): GridEvent | null {
  const { startsAt, endsAt } = toSpan(values)
  if (startsAt === null || endsAt === null || startsAt >= endsAt) return null
  const { title, allDay, timeZone, showsAs, location, recurrence } = values
  const id = eventId ?? DRAFT_ID
  return {
    id,
    title: title || '(No title)',
    startsAt,
    endsAt,
    allDay,
    timeZone,
    showsAs,
    location,
    recurrence: recurrence || null,
    status: 'SCHEDULED',
    source: 'internal',
    mayChange: false,
  }
}

/** The events with the one that is being made or changed in its place. */
export function withDraft(events: readonly GridEvent[], draft: GridEvent | null): readonly GridEvent[] {
  if (!draft) return events
  if (draft.id === DRAFT_ID) return [...events, draft]
  return events.map((event) =>
    event.id === draft.id
      ? { ...event, ...draft, status: event.status, source: event.source, mayChange: event.mayChange }
      : event,
  )
}
