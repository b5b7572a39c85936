import type { Conflict, Event, Participant, Viewer } from './event.ts'

/** Whose an event is. */
export interface Ownership extends Pick<Event, 'createdBy' | 'source'> {
  participants: readonly Pick<Participant, 'email'>[]
}

/**
 * A CLIENT sees the details of events they created or take part in; everyone else in the organization sees all that are made
 * here. Whoever links a calendar lets others know when they are busy, and of what is in it, only those who take part.
 */
export function seesDetails(viewer: Viewer, event: Ownership): boolean {
  return (
    seesAll(viewer, event) ||
    (viewer.userId !== null && event.createdBy === viewer.userId) ||
    event.participants.some((participant) => participant.email === viewer.email)
  )
}

function seesAll({ role }: Viewer, { source }: Pick<Event, 'source'>): boolean {
  return role !== 'CLIENT' && source === 'internal'
}

/** The event as `viewer` may see it: whole, or only which colleagues are busy; guests are nobody's business. */
export function eventFor(viewer: Viewer, event: Event): Event {
  if (!seesDetails(viewer, event))
    return {
      ...event,
      title: 'Busy',
      description: null,
      location: null,
      meetingLink: null,
      suggestion: null,
      reminderOffsetsMinutes: null,
      seriesId: null,
      recurrence: null,
      originalStartsAt: null,
      ownFields: [],
      createdBy: null,
      participants: event.participants
        .filter((participant) => participant.userId !== null)
        .map((participant) => ({ ...participant, name: null, status: 'accepted' })),
      conflicts: [],
    }
  return { ...event, conflicts: event.conflicts.map((conflict) => conflictFor(viewer, conflict)) }
}

/** A conflict as `viewer` may see it: of what a CLIENT may not see, or what is from others' linked calendars, not the title. */
export function conflictFor(viewer: Viewer, conflict: Conflict): Conflict {
  const isOwn = seesAll(viewer, conflict) || conflict.participants.includes(viewer.email)
  return isOwn ? conflict : { ...conflict, title: 'Busy' }
}
