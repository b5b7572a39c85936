import { Link } from '@tanstack/react-router'
import { ListChecks } from 'lucide-react'
import { useFirstSteps } from './use-first-steps.ts'

/** On a page to which the first steps lead: how many are done, and the way back to them. Nothing for everybody else. */
export function FirstStepsReturn() {
  const steps = useFirstSteps()
  if (!steps?.length) return null
  const done = steps.filter(({ isDone }) => isDone).length
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-[0.8125rem] text-muted">
      <ListChecks aria-hidden className="size-4 shrink-0" />
      First steps: {done} of {steps.length} done.
      <Link
        to="/calendar"
        className="inline-flex h-6 items-center rounded-md font-medium text-primary underline-offset-2 hover:underline"
      >
        {done === steps.length ? 'Open the calendar' : 'Go on with the next one'}
      </Link>
    </p>
  )
}
