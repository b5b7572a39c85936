import {
  Clock,
  ExternalLink,
  Globe,
  MapPin,
  Repeat,
  Sparkles,
  TextAlignStart,
  TriangleAlert,
  Users,
  type LucideIcon,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { formatWhen, zoneName } from '../../lib/format-time.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { recurrenceText } from '../recurrence/recurrence-text.ts'
import { formatScore } from '../suggestions/score-lines.ts'
import { ScoreParts } from '../suggestions/score-parts.tsx'
import type { CalendarEvent, EventParticipant, Member } from './calendar-event.ts'
import { ConflictList } from './conflict-list.tsx'
import { PARTICIPANT_STATUS_LOOKS } from './event-status.ts'
import { ruleStartOfEvent } from './series-rule.ts'

interface EventDetailsProps {
  event: CalendarEvent
  members: readonly Member[]
  ownEmail: string
  timeZone: string
}

/** Everything about an event, to read. */
export function EventDetails({ event, members, ownEmail, timeZone }: EventDetailsProps) {
  const nameOf = (email: string) => event.participants.find((known) => known.email === email)?.name ?? email
  const isElsewhere = event.timeZone !== timeZone
  return (
    <div className="flex flex-col gap-5">
      {event.conflicts.length > 0 && (
        <Banner tone="error" icon={TriangleAlert} title="Conflict: somebody is needed in two places">
          <ConflictList
            conflicts={event.conflicts}
            people={[...event.participants, ...members]}
            ownEmail={ownEmail}
            timeZone={timeZone}
          />
          <p className="mt-1">Move either event, and the conflict resolves by itself.</p>
        </Banner>
      )}
      <Detail icon={Clock} label="When">
        <p className="font-medium text-ink">{formatWhen(event, timeZone)}</p>
        {event.showsAs === 'FREE' && <p className="text-muted">Shown as free</p>}
      </Detail>
      <Detail icon={Globe} label="Time zone">
        <p className="text-ink">{zoneName(timeZone)}</p>
        {isElsewhere && !event.allDay && (
          <p className="text-muted">
            {formatWhen(event, event.timeZone)} in {zoneName(event.timeZone)}
          </p>
        )}
      </Detail>
      {event.recurrence && (
        <Detail icon={Repeat} label="Repeats">
          <p className="text-ink">{recurrenceText(event.recurrence, ruleStartOfEvent(event)) ?? 'Repeats'}</p>
          {event.ownFields.length > 0 && <p className="text-muted">Changed for this date only</p>}
        </Detail>
      )}
      {event.location && (
        <Detail icon={MapPin} label="Location">
          <p className="wrap-anywhere text-ink">{event.location}</p>
        </Detail>
      )}
      {event.meetingLink && (
        <Detail icon={ExternalLink} label="Meeting link">
          <a
            href={event.meetingLink}
            target="_blank"
            rel="noreferrer"
            className="wrap-anywhere text-primary underline-offset-2 hover:underline"
          >
            {event.meetingLink}
          </a>
        </Detail>
      )}
      {event.description && (
        <Detail icon={TextAlignStart} label="Description">
          <p className="wrap-anywhere whitespace-pre-wrap text-ink">{event.description}</p>
        </Detail>
      )}
      {event.suggestion && (
        <Detail icon={Sparkles} label="Suggestion">
          <p className="font-medium text-ink">Suggested, score {formatScore(event.suggestion.score)}</p>
          <ScoreParts {...event.suggestion} nameOf={nameOf} />
        </Detail>
      )}
      <Detail icon={Users} label="Participants">
        <ul className="flex flex-col gap-1">
          {event.participants.map((participant) => (
            <Participant key={participant.email} participant={participant} isOwn={participant.email === ownEmail} />
          ))}
        </ul>
      </Detail>
    </div>
  )
}

function Detail({ icon: Icon, label, children }: { icon: LucideIcon; label: string; children: ReactNode }) {
  return (
    <section className="flex gap-3">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <h3 className="sr-only">{label}</h3>
        {children}
      </div>
    </section>
  )
}

function Participant({ participant, isOwn }: { participant: EventParticipant; isOwn: boolean }) {
  const { email, name, status, isOptional, isOrganizer } = participant
  const { label, tone, icon } = PARTICIPANT_STATUS_LOOKS[status]
  const roles = [isOwn && 'you', isOrganizer && 'organizer', isOptional && 'optional'].filter(Boolean)
  return (
    <li className="flex min-h-10 items-center gap-2.5">
      <Avatar name={name} email={email} className="size-7 text-[0.6875rem]" />
      <span className="flex min-w-0 flex-1 flex-col leading-[1.125rem]">
        <span className="truncate font-medium text-ink">{name ?? email}</span>
        {roles.length > 0 && <span className="text-xs text-muted first-letter:uppercase">{roles.join(', ')}</span>}
      </span>
      <Badge tone={tone} icon={icon}>
        {label}
      </Badge>
    </li>
  )
}
