import { emailSchema } from '@astralis/core/people/email'
import { Mail } from 'lucide-react'
import { useState } from 'react'
import { Avatar } from '../../ui/avatar.tsx'
import { Combobox, type ComboboxOption } from '../../ui/combobox.tsx'
import { Field } from '../../ui/field.tsx'
import { readAddresses } from '../../lib/read-addresses.ts'
import { findMatches } from '../../ui/find-matches.ts'
import type { Member } from './calendar-event.ts'
import type { FormParticipant } from './event-form-values.ts'
import { ParticipantRow } from './participant-row.tsx'

const NOBODY: string[] = []

interface ParticipantsFieldProps {
  label?: string
  value: FormParticipant[]
  onChange: (participants: FormParticipant[]) => void
  members: readonly Member[]
  ownEmail: string
  /** Addresses to offer beside the members: of those who have not joined yet. */
  invited?: readonly string[]
  error?: string | undefined
}

/** Who takes part: chosen from the members, or anybody by e-mail. The organizer always does. */
export function ParticipantsField({
  label = 'Participants',
  value,
  onChange,
  members,
  ownEmail,
  invited = NOBODY,
  error,
}: ParticipantsFieldProps) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const isListed = (email: string) => value.some((participant) => participant.email === email)
  const typed = emailSchema.safeParse(text)

  const add = (...emails: string[]) => {
    const added = emails
      .filter((email) => !isListed(email))
      .map((email) => ({
        email,
        name: members.find((member) => member.email === email)?.name ?? null,
        isOptional: false,
        isOrganizer: false,
        status: 'pending' as const,
      }))
    if (added.length > 0) onChange([...value, ...added])
    setText('')
    setProblem(undefined)
  }
  const type = (next: string) => {
    const pasted = readAddresses(next)
    // A list is taken as one: pasted, or with a comma behind its last address.
    const isList = pasted.emails.length > 1 ? next.length > text.length + 1 : /[,;]\s*$/.test(next)
    if (isList && pasted.emails.length > 0 && pasted.unreadable.length === 0) return add(...pasted.emails)
    setText(next)
    setProblem(undefined)
  }
  const leave = () => {
    const { emails, unreadable } = readAddresses(text)
    if (emails.length > 0 && unreadable.length === 0) add(...emails)
    else setProblem(text.trim() ? 'Choose a person from the list, or type a whole e-mail address.' : undefined)
  }
  const change = (email: string, patch: Partial<FormParticipant>) =>
    onChange(value.map((participant) => (participant.email === email ? { ...participant, ...patch } : participant)))

  return (
    <div className="flex flex-col gap-2">
      <Field label={label} error={problem ?? error}>
        {(control) => (
          <Combobox
            control={control}
            text={text}
            onTextChange={type}
            options={optionsFor(
              text,
              members.filter((member) => member.isActive && !isListed(member.email)),
              invited.filter((email) => !isListed(email)),
            )}
            onSelect={add}
            onLeave={leave}
            placeholder="Add people by name or e-mail"
            emptyText={
              typed.success ? 'This person is already here.' : 'Nobody by that name. Type a whole e-mail address.'
            }
          />
        )}
      </Field>
      <ul className="flex flex-col">
        {value.map((participant) => (
          <ParticipantRow
            key={participant.email}
            participant={participant}
            isOwn={participant.email === ownEmail}
            onOptionalChange={(isOptional) => change(participant.email, { isOptional })}
            onRemove={() => onChange(value.filter((other) => other !== participant))}
          />
        ))}
      </ul>
    </div>
  )
}

function optionsFor(text: string, members: readonly Member[], invited: readonly string[]): ComboboxOption[] {
  const options = [
    ...members.map(({ name, email }) => ({
      value: email,
      keywords: [name],
      content: <PersonOption name={name} email={email} note={email} />,
    })),
    ...invited.map((email) => ({
      value: email,
      keywords: [],
      content: <PersonOption name={null} email={email} note="not joined yet" />,
    })),
  ]
  const matches = findMatches(options, text)
  const typed = emailSchema.safeParse(text)
  if (!typed.success || matches.some(({ value }) => value === typed.data)) return matches
  return [...matches, { value: typed.data, keywords: [], content: <InviteOption email={typed.data} /> }]
}

function PersonOption({ name, email, note }: { name: string | null; email: string; note: string }) {
  return (
    <>
      <Avatar name={name} email={email} className="size-6 text-[0.625rem]" />
      <span className="max-w-2/3 shrink-0 truncate">{name ?? email}</span>
      <span className="ms-auto min-w-0 truncate text-xs text-muted">{note}</span>
    </>
  )
}

function InviteOption({ email }: { email: string }) {
  return (
    <>
      <Mail aria-hidden className="size-4 text-muted" />
      <span className="min-w-0 truncate">Invite {email}</span>
    </>
  )
}
