import {
  Bell,
  Clock,
  ExternalLink,
  Globe,
  MapPin,
  Repeat,
  Sparkles,
  TextAlignStart,
  TriangleAlert,
  Users,
} from 'lucide-react'
import { formatWhen, zoneName } from '../../lib/format-time.ts'
import { Banner } from '../../ui/banner.tsx'
import { Detail } from '../../ui/detail.tsx'
import type { SessionUser } from '../auth/session.ts'
import { seesMails } from '../mails/event-mails.ts'
import { recurrenceText } from '../recurrence/recurrence-text.ts'
import { EventReminders } from '../reminders/event-reminders.tsx'
import { formatScore } from '../suggestions/score-lines.ts'
import { ScoreParts } from '../suggestions/score-parts.tsx'
import type { CalendarEvent, Member } from './calendar-event.ts'
import { ConflictList } from './conflict-list.tsx'
import { EventOrigin } from './event-origin.tsx'
import { maySend } from './may-send.ts'
import { ParticipantList } from './participant-list.tsx'
import { ruleStartOfEvent } from './series-rule.ts'
import type { EventPlace } from './use-event-places.ts'

interface EventDetailsProps {
  event: CalendarEvent
  members: readonly Member[]
  /** Undefined until they are known. */
  places: readonly EventPlace[] | undefined
  /** Who reads it. */
  user: SessionUser
}

/** Everything about an event, to read. */
export function EventDetails({ event, members, places, user }: EventDetailsProps) {
  const { email: ownEmail, timeZone } = user
  const isMailed = seesMails(user, event)
  const canSend = maySend(user, event)
  const nameOf = (email: string) => event.participants.find((known) => known.email === email)?.name ?? email
  const isOurs = event.source === 'internal'
  const isElsewhere = event.timeZone !== timeZone
  return (
    <div className="flex flex-col gap-5">
      {event.conflicts.length > 0 && (
        <Banner
          tone={isOurs ? 'error' : 'warning'}
          icon={TriangleAlert}
          title={isOurs ? 'Conflict: somebody is needed in two places' : 'Overlaps something else'}
        >
          <ConflictList
            conflicts={event.conflicts}
            people={[...event.participants, ...members]}
            ownEmail={ownEmail}
            timeZone={timeZone}
          />
          <p className="mt-1">
            {isOurs
              ? 'Move either event, and the conflict resolves by itself.'
              : 'It is kept as the other calendar has it. Move either event if that is not meant.'}
          </p>
        </Banner>
      )}
      <EventOrigin event={event} places={places} ownEmail={ownEmail} />
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
        <ParticipantList event={event} isMailed={isMailed} maySend={canSend} ownEmail={ownEmail} />
      </Detail>
      {isMailed && (
        <Detail icon={Bell} label="Reminders">
          <EventReminders eventId={event.id} nameOf={nameOf} maySend={canSend} timeZone={timeZone} />
        </Detail>
      )}
    </div>
  )
}
