import { Clock, ExternalLink, Globe, MapPin, Repeat, TextAlignStart } from 'lucide-react'
import { formatWhen, zoneName } from '../../lib/format-time.ts'
import { Detail } from '../../ui/detail.tsx'
import { recurrenceText } from '../recurrence/recurrence-text.ts'
import { ruleStartAt } from '../recurrence/rule-start.ts'
import type { Invitation } from './invitation.ts'

/** When, where and what; times are those of the reader's `timeZone`. */
export function InvitationFacts({ invitation, timeZone }: { invitation: Invitation; timeZone: string }) {
  const { scope, location, meetingLink, description, recurrence } = invitation
  // An occurrence that was moved repeats by the time that its series gives it.
  const slot = invitation.originalStartsAt ?? invitation.startsAt
  const isElsewhere = invitation.timeZone !== timeZone && !invitation.allDay
  return (
    <div className="flex flex-col gap-3.5 text-[0.9375rem] leading-6">
      <h2 className="sr-only">When and where</h2>
      <Detail icon={Clock} label="When">
        <p className="font-medium text-ink">
          {scope === 'all' && 'Next: '}
          {formatWhen(invitation, timeZone)}
        </p>
      </Detail>
      {!invitation.allDay && (
        <Detail icon={Globe} label="Time zone">
          <p className="text-ink">{zoneName(timeZone)}, the zone of this device</p>
          {isElsewhere && (
            <p className="text-[0.8125rem] text-muted">
              {formatWhen(invitation, invitation.timeZone)} in {zoneName(invitation.timeZone)}
            </p>
          )}
        </Detail>
      )}
      {recurrence && (
        <Detail icon={Repeat} label="Repeats">
          <p className="text-ink">{recurrenceText(recurrence, ruleStartAt(slot, invitation.timeZone)) ?? 'Repeats'}</p>
          {scope === 'this' && <p className="text-[0.8125rem] text-muted">You are asked about this date only.</p>}
        </Detail>
      )}
      {location && (
        <Detail icon={MapPin} label="Location">
          <p className="wrap-anywhere text-ink">{location}</p>
        </Detail>
      )}
      {meetingLink && (
        <Detail icon={ExternalLink} label="Meeting link">
          <a
            href={meetingLink}
            target="_blank"
            rel="noreferrer"
            className="inline-block wrap-anywhere text-primary underline-offset-2 hover:underline"
          >
            {meetingLink}
          </a>
        </Detail>
      )}
      {description && (
        <Detail icon={TextAlignStart} label="Description">
          <p className="wrap-anywhere whitespace-pre-wrap text-ink">{description}</p>
        </Detail>
      )}
    </div>
  )
}
