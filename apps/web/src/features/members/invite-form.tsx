import type { Role } from '@astralis/core/people/role'
import { ROLE_DESCRIPTIONS, ROLE_NAMES, ROLES } from '@astralis/core/people/role'
import { useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { TextArea } from '../../ui/input.tsx'
import { RadioList } from '../../ui/radio-list.tsx'
import type { OpenInvitation } from './member.ts'
import { readAddresses } from '../../lib/read-addresses.ts'
import { useInvite, type Invited } from './use-invite.ts'

const ROLE_OPTIONS = ROLES.map((value) => ({ value, label: ROLE_NAMES[value], hint: ROLE_DESCRIPTIONS[value] }))

interface InviteFormProps {
  earlier: OpenInvitation | undefined
  onSent: (invited: Invited) => void
}

/**
 * Whom to invite, one or many, as what. Whoever has the least to do is a CLIENT, so that is what it starts with. If nobody
 * was invited, the form stays and says why.
 */
export function InviteForm({ earlier, onSent }: InviteFormProps) {
  const [text, setText] = useState(earlier?.email ?? '')
  const [role, setRole] = useState<Role>(earlier?.role ?? 'CLIENT')
  const [problem, setProblem] = useState<string>()
  const field = useRef<HTMLTextAreaElement>(null)
  const invite = useInvite()
  const refuse = (why: string) => {
    setProblem(why)
    field.current?.focus()
  }
  const submit = () => {
    const { emails, unreadable } = readAddresses(text)
    const trouble = problemIn({ emails, unreadable })
    if (trouble) return refuse(trouble)
    invite.mutate(
      { emails, role },
      {
        onSuccess: (invited) => {
          if (invited.sent.length > 0) onSent(invited)
          else refuse(invited.refused.map((refusal) => refusalText(refusal, emails.length)).join(' '))
        },
      },
    )
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!invite.isPending) submit()
      }}
      className="flex flex-col gap-4"
    >
      {earlier && <p className="text-muted">They get a new link by mail. The earlier one stops working.</p>}
      <Field
        label="E-mail addresses"
        hint={!earlier && 'One or several, with commas, spaces or lines between them.'}
        error={problem}
      >
        {(control) => (
          <TextArea
            {...control}
            ref={field}
            rows={2}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={text}
            onChange={({ target }) => {
              setText(target.value)
              setProblem(undefined)
            }}
          />
        )}
      </Field>
      <div className="flex flex-col gap-1">
        <p aria-hidden className="text-[0.8125rem] font-medium text-ink">
          Role
        </p>
        <RadioList label="Role" value={role} options={ROLE_OPTIONS} onChange={setRole} />
      </div>
      <Button type="submit" variant="primary" isBusy={invite.isPending} className="self-end">
        {earlier ? 'Invite again' : 'Invite'}
      </Button>
    </form>
  )
}

/** More is no team that somebody typed. */
const MAX_AT_ONCE = 50

function problemIn({ emails, unreadable }: ReturnType<typeof readAddresses>): string | undefined {
  const [first] = unreadable
  if (first !== undefined && emails.length > 0) return `“${first}” is no e-mail address.`
  if (emails.length === 0) return 'Expected an e-mail address such as ana@example.com.'
  return emails.length > MAX_AT_ONCE ? `Expected at most ${MAX_AT_ONCE} addresses at once.` : undefined
}

/** Of one it is plain who is meant. */
function refusalText({ email, message }: Invited['refused'][number], count: number): string {
  return count === 1 ? message : `${email}: ${message}`
}
