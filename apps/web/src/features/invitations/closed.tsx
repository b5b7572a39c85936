import { Ban, CalendarX2, UserMinus } from 'lucide-react'
import { ANSWER_WORDS } from './answer-words.ts'
import { isAnswer } from './answers.ts'
import type { Invitation } from './invitation.ts'

const WORDS = {
  cancelled: {
    icon: Ban,
    title: 'This event has been cancelled',
    text: 'It does not take place, so there is nothing to answer any more.',
  },
  over: { icon: CalendarX2, title: 'This event is over', text: 'There is nothing to answer any more.' },
  removed: {
    icon: UserMinus,
    title: 'You do not take part any more',
    text: 'It takes place without you, so there is nothing to answer. If that surprises you, ask whoever invited you.',
  },
} as const

interface ClosedProps {
  state: Exclude<Invitation['state'], 'open'>
  answer: Invitation['answer']
}

/** Why an invitation can not be answered. */
export function Closed({ state, answer }: ClosedProps) {
  const { icon: Icon, title, text } = WORDS[state]
  return (
    <section aria-label="Your answer" className="flex items-start gap-3">
      <span className="flex size-10 shrink-0 items-center justify-center rounded-full bg-sunken text-muted">
        <Icon aria-hidden className="size-5" />
      </span>
      <div className="flex min-w-0 flex-col gap-0.5">
        <h2 className="text-base font-semibold text-heading">{title}</h2>
        <p className="text-muted">
          {text}
          {state === 'over' && isAnswer(answer) && ` You answered ${ANSWER_WORDS[answer]}.`}
        </p>
      </div>
    </section>
  )
}
