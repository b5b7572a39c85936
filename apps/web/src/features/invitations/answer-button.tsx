import { clsx } from 'clsx'
import { useEffect, useRef } from 'react'
import { Button } from '../../ui/button.tsx'
import { PARTICIPANT_STATUS_LOOKS } from '../events/event-status.ts'
import { ANSWER_WORDS, CONFIRM_WORDS } from './answer-words.ts'
import type { Answer } from './answers.ts'

interface AnswerButtonProps {
  answer: Answer
  /** The answer that is given already. */
  isCurrent: boolean
  /** Chosen in the mail: it has the focus and waits to be pressed. */
  isWaiting: boolean
  isBusy: boolean
  onPress: () => void
}

const COLOURS: Record<Answer, string> = {
  accepted: 'text-success',
  tentative: 'text-warning',
  declined: 'text-error',
}

export function AnswerButton({ answer, isCurrent, isWaiting, isBusy, onPress }: AnswerButtonProps) {
  const { icon: Icon } = PARTICIPANT_STATUS_LOOKS[answer]
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isWaiting) button.current?.focus()
  }, [isWaiting])
  return (
    <Button
      ref={button}
      size="large"
      variant={isWaiting ? 'primary' : 'secondary'}
      aria-pressed={isCurrent}
      isBusy={isBusy}
      onClick={onPress}
      className={clsx(
        'h-13 min-w-0 max-sm:px-2',
        !isWaiting && (isCurrent ? 'border-primary bg-primary-soft text-on-primary-soft' : 'border-line-strong'),
      )}
    >
      {!isBusy && <Icon aria-hidden className={clsx('size-5 shrink-0', !isWaiting && COLOURS[answer])} />}
      {isWaiting ? CONFIRM_WORDS[answer] : ANSWER_WORDS[answer]}
    </Button>
  )
}
