import { clsx } from 'clsx'
import { Clock, MailCheck, MailWarning } from 'lucide-react'
import type { EventMail } from './event-mails.ts'
import { mailStateText } from './mail-state-text.ts'
import { SendAgain } from './send-again.tsx'

const ICONS = { arrived: MailCheck, underway: Clock, problem: MailWarning } as const

interface MailStateProps {
  mail: EventMail
  /** Whom it is to. */
  name: string
  maySend: boolean
}

/** How far the last mail to somebody has come, and the way to try again where it failed. */
export function MailState({ mail, name, maySend }: MailStateProps) {
  const state = mailStateText(mail)
  if (!state) return null
  const Icon = ICONS[state.look]
  const isProblem = state.look === 'problem'
  return (
    <div className="flex flex-col items-start gap-1.5">
      <p className={clsx('flex items-start gap-1.5 text-xs', isProblem ? 'text-error-strong' : 'text-muted')}>
        <Icon aria-hidden className="mt-px size-3.5 shrink-0" />
        <span className="min-w-0 wrap-anywhere">
          {state.text}
          {isProblem && mail.error && `: ${mail.error}`}
        </span>
      </p>
      {isProblem && maySend && <SendAgain mail={mail} name={name} />}
    </div>
  )
}
