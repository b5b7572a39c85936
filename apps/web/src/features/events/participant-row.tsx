import { X } from 'lucide-react'
import { Avatar } from '../../ui/avatar.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import type { FormParticipant } from './event-form-values.ts'

interface ParticipantRowProps {
  participant: FormParticipant
  isOwn: boolean
  onOptionalChange: (isOptional: boolean) => void
  onRemove: () => void
}

export function ParticipantRow({ participant, isOwn, onOptionalChange, onRemove }: ParticipantRowProps) {
  const { email, name, isOptional, isOrganizer } = participant
  const shownName = name ?? email
  return (
    <li className="flex min-h-11 items-center gap-2.5">
      <Avatar name={name} email={email} className="size-7 text-[0.6875rem]" />
      <span className="flex min-w-0 flex-1 flex-col leading-[1.125rem]">
        <span className="truncate font-medium text-ink">
          {shownName}
          {isOwn && <span className="font-normal text-muted"> (you)</span>}
        </span>
        {isOrganizer ? (
          <span className="text-xs text-muted">Organizer</span>
        ) : (
          name && <span className="truncate text-xs text-muted">{email}</span>
        )}
      </span>
      {!isOrganizer && (
        <label className="flex min-h-8 cursor-pointer items-center gap-1.5 text-[0.8125rem] text-muted">
          <Checkbox
            checked={isOptional}
            onChange={(event) => onOptionalChange(event.target.checked)}
            aria-label={`${shownName} is optional`}
          />
          Optional
        </label>
      )}
      {!isOrganizer && <IconButton icon={X} label={`Remove ${shownName}`} onClick={onRemove} className="size-8" />}
    </li>
  )
}
