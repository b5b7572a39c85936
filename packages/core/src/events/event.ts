import type { z } from 'zod'
import type { Temporal } from '../temporal.ts'
import type { Role } from '../people/role.ts'

/*
 * Glossary
 * event        something that happens from `startsAt` (included) to `endsAt` (not included)
 * participant  a person, known by e-mail, who takes part; the organizer is always one of them
 * busy         an event that takes its participants' time (`showsAs: BUSY`); a free one never conflicts
 * blocks       what a busy event does while SCHEDULED or CONFIRMED: no second one may overlap it for the same person
 * conflict     an overlap with an event that blocks a required person, kept with the event that came second
 * series       events that repeat by a rule; each of them is an occurrence, and an event like any other
 * slot         the time that the rule gives an occurrence: its identity in the series, wherever it is moved to
 */

/** CONFLICT waits for its time to become free; COMPLETED is past. */
export const EVENT_STATUSES = ['SCHEDULED', 'CONFIRMED', 'CANCELLED', 'COMPLETED', 'CONFLICT'] as const
export type EventStatus = (typeof EVENT_STATUSES)[number]

export const PARTICIPANT_STATUSES = ['pending', 'accepted', 'declined', 'tentative'] as const
/** What a participant can answer (RFC 5545, 3.2.12: PARTSTAT). */
export const ANSWERS = ['accepted', 'declined', 'tentative'] as const satisfies ParticipantStatus[]
export type Answer = (typeof ANSWERS)[number]

export type ParticipantStatus = (typeof PARTICIPANT_STATUSES)[number]

/** RFC 5545, 3.8.2.7 calls these OPAQUE and TRANSPARENT. */
export const SHOWS_AS = ['BUSY', 'FREE'] as const
export type ShowsAs = (typeof SHOWS_AS)[number]

/** How far a change of an occurrence goes: it alone, it and those after it, or its whole series. */
export const SCOPES = ['this', 'following', 'all'] as const
export type Scope = (typeof SCOPES)[number]

/** What can be changed for one occurrence alone; changes of its whole series leave it that then. */
export const OWN_FIELDS = [
  'time',
  'title',
  'description',
  'location',
  'meetingLink',
  'showsAs',
  'participants',
  'status',
  'reminders',
] as const
export type OwnField = (typeof OWN_FIELDS)[number]

/** Where an event is owned: here, or in a linked calendar. */
export const EVENT_SOURCES = ['internal', 'google', 'microsoft', 'apple'] as const
export type EventSource = (typeof EVENT_SOURCES)[number]

export interface Participant {
  email: string
  name: string | null
  /** Null for a guest without an account here. */
  userId: string | null
  status: ParticipantStatus
  isOptional: boolean
  isOrganizer: boolean
}

/** An event that already takes the time of `participants`. */
export interface Conflict {
  eventId: string
  title: string
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  /** E-mail addresses of the people who would be in two places. */
  participants: string[]
  source: EventSource
}

/** Why a suggested time was good; `facts` suffice to compute `points` again. */
export interface SuggestionReason {
  rule: string
  points: number
  facts: Facts
}

/** Plain values, so that what was stored is what was computed. */
export type Facts = Record<string, z.core.util.JSONType>

export interface Suggestion {
  score: number
  reasons: SuggestionReason[]
}

export interface Event {
  id: string
  /** Rises with every edit by a person or a calendar; a re-checked status alone does not raise it. */
  version: number
  /** RFC 5545, 3.8.7.4: rises when time, place or recurrence changes, when it is cancelled, and when somebody has to leave. */
  sequence: number
  title: string
  description: string | null
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  allDay: boolean
  timeZone: string
  location: string | null
  meetingLink: string | null
  showsAs: ShowsAs
  status: EventStatus
  source: EventSource
  participants: Participant[]
  conflicts: Conflict[]
  /** Null for a single event. */
  seriesId: string | null
  /** RRULE, RDATE and EXDATE lines of its series (RFC 5545), local to `timeZone` of the series; null for a single event. */
  recurrence: string | null
  /** The slot (RECURRENCE-ID in RFC 5545); null for a single event. */
  originalStartsAt: Temporal.Instant | null
  ownFields: OwnField[]
  aiScheduled: boolean
  suggestion: Suggestion | null
  /** How long before the start everybody is reminded; null for what each has set for themselves. */
  reminderOffsetsMinutes: number[] | null
  /** The user who created it; null when that account is gone. */
  createdBy: string | null
  createdAt: Temporal.Instant
  updatedAt: Temporal.Instant
}

/** Who looks at an event. */
export interface Viewer {
  /** Null for a guest without an account. */
  userId: string | null
  email: string
  role: Role
}
