import type { FirstStepName } from '@astralis/core/people/first-steps'
import { CircleCheck } from 'lucide-react'
import { STEP_WORDS } from './step-words.ts'
import type { FirstStep } from './use-first-steps.ts'

interface StepListProps {
  steps: FirstStep[]
  shown: FirstStepName | null
  onChoose: (name: FirstStepName) => void
}

/** All steps in their order; any of them can be taken first. */
export function StepList({ steps, shown, onChoose }: StepListProps) {
  return (
    <ol aria-label="Steps" className="flex gap-1.5">
      {steps.map(({ name, isDone }) => {
        const { label, icon } = STEP_WORDS[name]
        const Icon = isDone ? CircleCheck : icon
        return (
          <li key={name} className="flex-1">
            <button
              type="button"
              aria-pressed={name === shown}
              title={label}
              onClick={() => onChoose(name)}
              className="flex h-9 w-full items-center justify-center gap-2 rounded-md border border-line px-2 text-[0.8125rem] font-medium text-muted transition-colors hover:bg-hover hover:text-ink aria-pressed:border-primary aria-pressed:bg-primary-soft aria-pressed:text-on-primary-soft md:justify-start md:px-3"
            >
              <Icon aria-hidden className={isDone ? 'size-4 shrink-0 text-success' : 'size-4 shrink-0'} />
              <span className="truncate max-md:sr-only">{label}</span>
              {isDone && <span className="sr-only">, done</span>}
            </button>
          </li>
        )
      })}
    </ol>
  )
}
