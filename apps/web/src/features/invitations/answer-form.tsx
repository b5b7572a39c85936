import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { Repeat } from 'lucide-react'
import { describeProblem } from '../../lib/problem.ts'
import { Banner } from '../../ui/banner.tsx'
import { PARTICIPANT_STATUS_LOOKS } from '../events/event-status.ts'
import { AnswerButton } from './answer-button.tsx'
import { ANSWER_WORDS } from './answer-words.ts'
import { ANSWERS, isAnswer } from './answers.ts'
import type { Invitation } from './invitation.ts'
import { useAnswer } from './use-answer.ts'

const route = getRouteApi('/invitations/$token')

const GROUNDS = {
  accepted: 'bg-success-soft text-on-success-soft',
  tentative: 'bg-warning-soft text-on-warning-soft',
  declined: 'bg-error-soft text-on-error-soft',
  pending: 'bg-sunken text-muted',
} as const satisfies Record<Invitation['answer'], string>

/** The answer as it is, and the buttons to give or change it. Only pressing one here answers. */
export function AnswerForm({ token, invitation }: { token: string; invitation: Invitation }) {
  const { answer, organizer, scope } = invitation
  const { answer: chosen } = route.useSearch()
  const navigate = useNavigate({ from: '/invitations/$token' })
  // Once answered, the address says nothing about it any more.
  const give = useAnswer(token, () => void navigate({ search: {}, replace: true }))
  const waiting = chosen === answer ? undefined : chosen
  const { icon: Icon } = PARTICIPANT_STATUS_LOOKS[answer]
  return (
    <section aria-label="Your answer" className="flex flex-col gap-4">
      <div role="status" className={clsx('flex items-start gap-2.5 rounded-md px-3.5 py-3', GROUNDS[answer])}>
        <Icon aria-hidden className="mt-0.5 size-5 shrink-0" />
        <p className="min-w-0 text-[0.9375rem] leading-6 font-medium">
          {isAnswer(answer)
            ? `You answered ${ANSWER_WORDS[answer]}. ${organizer || 'The organizer'} can see it.`
            : 'You have not answered yet.'}
        </p>
      </div>
      {give.error && (
        <Banner tone="error" title="Your answer was not saved">
          <p>{describeProblem(give.error).message}</p>
        </Banner>
      )}
      <div className="flex flex-col gap-2">
        <h2 className="text-base font-semibold text-heading">
          {isAnswer(answer) ? 'Changed your mind?' : 'Will you take part?'}
        </h2>
        <div className={clsx('grid gap-2', waiting ? 'grid-cols-1' : 'grid-cols-3')}>
          {ANSWERS.map((option) => (
            <AnswerButton
              key={option}
              answer={option}
              isCurrent={option === answer}
              isWaiting={option === waiting}
              isBusy={give.isPending && give.variables === option}
              onPress={() => {
                if (!give.isPending) give.mutate(option)
              }}
            />
          ))}
        </div>
        {scope === 'all' && (
          <p className="flex items-start gap-1.5 text-[0.8125rem] text-muted">
            <Repeat aria-hidden className="mt-0.5 size-4 shrink-0" />
            This answer is for all occurrences.
          </p>
        )}
      </div>
    </section>
  )
}
