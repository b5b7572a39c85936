import type { EventSource, EventStatus, ParticipantStatus } from '@astralis/core/events/event'
import {
  Ban,
  Calendar,
  CalendarCheck,
  CircleCheck,
  CircleHelp,
  CircleX,
  Clock,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react'
import type { Tone } from '../../ui/badge.tsx'

interface Look {
  label: string
  tone: Tone
  icon: LucideIcon
}

/** How each status of an event is named and drawn, everywhere. */
const EVENT_STATUS_LOOKS: Record<EventStatus, Look> = {
  SCHEDULED: { label: 'Scheduled', tone: 'info', icon: Calendar },
  CONFIRMED: { label: 'Confirmed', tone: 'success', icon: CalendarCheck },
  CONFLICT: { label: 'Conflict', tone: 'error', icon: TriangleAlert },
  COMPLETED: { label: 'Completed', tone: 'neutral', icon: CircleCheck },
  CANCELLED: { label: 'Cancelled', tone: 'neutral', icon: Ban },
}

const OVERLAP: Look = { label: 'Overlap', tone: 'warning', icon: TriangleAlert }

/** How each answer of a participant is named and drawn. */
export const PARTICIPANT_STATUS_LOOKS: Record<ParticipantStatus, Look> = {
  accepted: { label: 'Accepted', tone: 'success', icon: CircleCheck },
  declined: { label: 'Declined', tone: 'error', icon: CircleX },
  tentative: { label: 'Tentative', tone: 'warning', icon: CircleHelp },
  pending: { label: 'No answer yet', tone: 'neutral', icon: Clock },
}

/** How the status of an event is named and drawn: what comes from a linked calendar overlaps, but is no fault. */
export function lookOf({ status, source }: { status: EventStatus; source: EventSource }): Look {
  return status === 'CONFLICT' && source !== 'internal' ? OVERLAP : EVENT_STATUS_LOOKS[status]
}
