import { type Span, widenToDays } from '../time/span.ts'
import type { CreateEventInput, ParticipantInput, UpdateEventInput } from './event-input.ts'
import type { Event, EventStatus, Participant, ParticipantStatus, ShowsAs, Suggestion } from './event.ts'

/** Everything about an event that people decide; its final status follows from its conflicts. */
export interface EventDraft extends Span {
  title: string
  description: string | null
  allDay: boolean
  timeZone: string
  location: string | null
  meetingLink: string | null
  showsAs: ShowsAs
  status: EventStatus
  suggestion: Suggestion | null
  reminderOffsetsMinutes: number[] | null
  participants: DraftParticipant[]
}

/** Whether a participant is a user follows from the address, so nobody decides it. */
export type DraftParticipant = Omit<Participant, 'userId'>

/** Who creates an event and so organizes it. */
export interface Organizer {
  email: string
  name: string
  timeZone: string
}

/** A new event: the organizer takes part and has accepted, everybody else is asked. */
export function draftEvent(input: CreateEventInput, organizer: Organizer): EventDraft {
  const own = input.participants.find((participant) => participant.email === organizer.email)
  return withWholeDays({
    title: input.title,
    description: input.description ?? null,
    startsAt: input.startsAt,
    endsAt: input.endsAt,
    allDay: input.allDay ?? false,
    timeZone: input.timeZone ?? organizer.timeZone,
    location: input.location ?? null,
    meetingLink: input.meetingLink ?? null,
    showsAs: input.showsAs ?? 'BUSY',
    status: 'SCHEDULED',
    suggestion: input.suggestion ?? null,
    reminderOffsetsMinutes: input.reminderOffsetsMinutes ?? null,
    participants: [
      {
        email: organizer.email,
        name: own?.name ?? organizer.name,
        status: 'accepted',
        isOptional: own?.isOptional ?? false,
        isOrganizer: true,
      },
      ...input.participants.filter((participant) => participant !== own).map((participant) => invite(participant)),
    ],
  })
}

/** A draft as the event that was just stored; `members` are those of its participants who have an account. */
export function bookedEvent(
  draft: EventDraft & Pick<Event, 'id' | 'source' | 'createdBy' | 'createdAt' | 'updatedAt' | 'conflicts'>,
  members: readonly { id: string; email: string; name: string }[],
): Event {
  const byEmail = new Map(members.map((member) => [member.email, member]))
  const participants = draft.participants.map((participant) => {
    const member = byEmail.get(participant.email)
    return { ...participant, name: participant.name ?? member?.name ?? null, userId: member?.id ?? null }
  })
  return {
    seriesId: null,
    recurrence: null,
    originalStartsAt: null,
    ownFields: [],
    ...draft,
    participants: participants.toSorted(organizerFirst),
    version: 1,
    sequence: 0,
    aiScheduled: draft.suggestion !== null,
  }
}

/** The order in which participants are always listed: the organizer, then by address. */
function organizerFirst(a: Participant, b: Participant): number {
  if (a.isOrganizer !== b.isOrganizer) return a.isOrganizer ? -1 : 1
  return a.email < b.email ? -1 : 1
}

/** The event after an edit: fields that the input leaves out stay as they are, answers of those who stay too. */
export function redraftEvent(event: Event, input: UpdateEventInput): EventDraft {
  return withWholeDays({
    title: input.title ?? event.title,
    description: input.description === undefined ? event.description : input.description,
    startsAt: input.startsAt ?? event.startsAt,
    endsAt: input.endsAt ?? event.endsAt,
    allDay: input.allDay ?? event.allDay,
    timeZone: input.timeZone ?? event.timeZone,
    location: input.location === undefined ? event.location : input.location,
    meetingLink: input.meetingLink === undefined ? event.meetingLink : input.meetingLink,
    showsAs: input.showsAs ?? event.showsAs,
    status: input.status ?? event.status,
    suggestion: event.suggestion,
    reminderOffsetsMinutes:
      input.reminderOffsetsMinutes === undefined ? event.reminderOffsetsMinutes : input.reminderOffsetsMinutes,
    participants: input.participants ? reinvite(event.participants, input.participants) : event.participants,
  })
}

/** The event after one of its participants has answered. */
export function answerEvent(event: Event, email: string, status: ParticipantStatus): EventDraft {
  const participants = event.participants.map((participant) =>
    participant.email === email ? { ...participant, status } : participant,
  )
  return { ...event, participants }
}

/** Who has to leave and who has to join to get from one list to the other; somebody who changes does both. */
export function splitParticipants(
  current: readonly DraftParticipant[],
  wanted: readonly DraftParticipant[],
): { leaving: string[]; joining: DraftParticipant[] } {
  const isKept = (participant: DraftParticipant, others: readonly DraftParticipant[]) =>
    others.some((other) => isSame(participant, other))
  return {
    leaving: current.filter((participant) => !isKept(participant, wanted)).map(({ email }) => email),
    joining: wanted.filter((participant) => !isKept(participant, current)),
  }
}

function isSame(a: DraftParticipant, b: DraftParticipant): boolean {
  return (
    a.email === b.email &&
    a.name === b.name &&
    a.status === b.status &&
    a.isOptional === b.isOptional &&
    a.isOrganizer === b.isOrganizer
  )
}

function reinvite(current: readonly Participant[], wanted: readonly ParticipantInput[]): DraftParticipant[] {
  const known = new Map(current.map((participant) => [participant.email, participant]))
  const organizer = current.filter((participant) => participant.isOrganizer)
  const isListed = new Set(wanted.map((participant) => participant.email))
  return [
    ...organizer.filter((participant) => !isListed.has(participant.email)),
    ...wanted.map((participant) => invite(participant, known.get(participant.email))),
  ]
}

function invite(input: ParticipantInput, known?: Participant): DraftParticipant {
  return {
    email: input.email,
    name: input.name === undefined ? (known?.name ?? null) : input.name,
    status: known?.status ?? 'pending',
    isOptional: input.isOptional ?? known?.isOptional ?? false,
    isOrganizer: known?.isOrganizer ?? false,
  }
}

/** An all-day event takes whole days of its zone, so a length that is not a day is rounded outwards. */
function withWholeDays(draft: EventDraft): EventDraft {
  return draft.allDay ? { ...draft, ...widenToDays(draft, draft.timeZone) } : draft
}
