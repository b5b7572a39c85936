import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'
import { useEventMails, type EventMail } from '../mails/event-mails.ts'
import { MailState } from '../mails/mail-state.tsx'
import { answersText } from './answer-counts.ts'
import type { CalendarEvent, EventParticipant } from './calendar-event.ts'
import { PARTICIPANT_STATUS_LOOKS } from './event-status.ts'

interface ParticipantListProps {
  event: CalendarEvent
  /** Whether mail is sent about the event that the reader may know of. */
  isMailed: boolean
  maySend: boolean
  ownEmail: string
}

/** Who takes part, what each has answered, and whether they have heard of it. */
export function ParticipantList({ event, isMailed, maySend, ownEmail }: ParticipantListProps) {
  const { participants } = event
  const mails = useEventMails(event.id, isMailed)
  const answers = answersText(participants)
  const gone = [...mails.values()].filter(
    ({ recipientEmail, status }) =>
      (status === 'FAILED' || status === 'UNKNOWN') && !participants.some(({ email }) => email === recipientEmail),
  )
  return (
    <div className="flex flex-col gap-1">
      {answers && <p className="text-ink">Answers: {answers}</p>}
      <ul className="flex flex-col gap-1">
        {participants.map((participant) => (
          <Participant
            key={participant.email}
            participant={participant}
            isOwn={participant.email === ownEmail}
            mail={mails.get(participant.email)}
            maySend={maySend}
          />
        ))}
      </ul>
      {gone.map((mail) => (
        <div key={mail.id} className="flex flex-col gap-0.5 border-t border-line pt-2">
          <p className="wrap-anywhere text-ink">{mail.recipientEmail} does not take part any more</p>
          <MailState mail={mail} name={mail.recipientEmail} maySend={maySend} />
        </div>
      ))}
    </div>
  )
}

interface ParticipantProps {
  participant: EventParticipant
  isOwn: boolean
  mail: EventMail | undefined
  maySend: boolean
}

function Participant({ participant, isOwn, mail, maySend }: ParticipantProps) {
  const { email, name, status, isOptional, isOrganizer } = participant
  const { label, tone, icon } = PARTICIPANT_STATUS_LOOKS[status]
  const roles = [isOwn && 'you', isOrganizer && 'organizer', isOptional && 'optional'].filter(Boolean)
  return (
    <li className="flex min-h-10 items-start gap-2.5 py-1">
      <Avatar name={name} email={email} className="mt-0.5 size-7 text-[0.6875rem]" />
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <div className="flex min-h-8 items-center gap-2">
          <span className="flex min-w-0 flex-1 flex-col leading-[1.125rem]">
            <span className="truncate font-medium text-ink">{name ?? email}</span>
            {roles.length > 0 && <span className="text-xs text-muted first-letter:uppercase">{roles.join(', ')}</span>}
          </span>
          <Badge tone={tone} icon={icon}>
            {label}
          </Badge>
        </div>
        {mail && <MailState mail={mail} name={name ?? email} maySend={maySend} />}
      </div>
    </li>
  )
}
