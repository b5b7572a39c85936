import { clsx } from 'clsx'
import { Button } from '../../ui/button.tsx'
import { ANSWER_WORDS } from '../invitations/answer-words.ts'
import { ANSWERS, type Answer } from '../invitations/answers.ts'
import type { CalendarEvent } from './calendar-event.ts'
import { PARTICIPANT_STATUS_LOOKS } from './event-status.ts'
import { useAnswerEvent } from './use-answer-event.ts'
import { useScopeQuestion } from './use-scope-question.tsx'

/** Yes, maybe or no to an event to which the reader was invited; nothing for others. */
export function OwnAnswer({ event, ownEmail }: { event: CalendarEvent; ownEmail: string }) {
  const { answer: give, answering } = useAnswerEvent()
  const { ask, dialog } = useScopeQuestion()
  const own = event.participants.find(({ email }) => email === ownEmail)
  if (!own || own.isOrganizer) return null
  const press = async (status: Answer) => {
    const scope = await ask(event, 'answer', { scopes: ['this', 'all'] })
    if (scope) give({ event, status, scope: scope === 'all' ? 'all' : 'this', before: own.status })
  }
  return (
    <div role="group" aria-label="Your answer" className="flex flex-wrap items-center gap-2">
      <span aria-hidden className="me-1 text-[0.8125rem] text-muted max-sm:w-full">
        Are you going?
      </span>
      {ANSWERS.map((answer) => {
        const { icon: Icon } = PARTICIPANT_STATUS_LOOKS[answer]
        const isCurrent = own.status === answer
        return (
          <Button
            key={answer}
            size="small"
            aria-pressed={isCurrent}
            isBusy={answering === answer}
            onClick={() => void press(answer)}
            className={clsx(isCurrent && 'border-primary bg-primary-soft text-on-primary-soft')}
          >
            {answering !== answer && <Icon aria-hidden className="size-4" />}
            {ANSWER_WORDS[answer]}
          </Button>
        )
      })}
      {dialog}
    </div>
  )
}
