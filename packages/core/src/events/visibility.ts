import type { Conflict, Event, Viewer } from './event.ts'

type Ownership = Pick<Event, 'createdBy' | 'participants'>

/** A CLIENT sees the details of events they created or take part in; everyone else in the organization sees all. */
export function seesDetails(viewer: Viewer, event: Ownership): boolean {
  return (
    viewer.role !== 'CLIENT' ||
    (viewer.userId !== null && event.createdBy === viewer.userId) ||
    event.participants.some((participant) => participant.email === viewer.email)
  )
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

/** A conflict as `viewer` may see it: a CLIENT learns the title only of what is in their own calendar. */
export function conflictFor(viewer: Viewer, conflict: Conflict): Conflict {
  const isOwn = viewer.role !== 'CLIENT' || conflict.participants.includes(viewer.email)
  return isOwn ? conflict : { ...conflict, title: 'Busy' }
}
