import { CloudAlert } from 'lucide-react'
import { describeProblem } from '../lib/problem.ts'
import { Button } from './button.tsx'
import { EmptyState } from './empty-state.tsx'

interface LoadFailedProps {
  title: string
  error: Error
  isRetrying: boolean
  onRetry: () => void
}

/** Stands in place of what could not be loaded, and offers to try again. */
export function LoadFailed({ title, error, isRetrying, onRetry }: LoadFailedProps) {
  return (
    <div role="alert" className="flex h-full items-center justify-center py-8">
      <EmptyState
        icon={CloudAlert}
        title={title}
        action={
          <Button size="small" isBusy={isRetrying} onClick={onRetry}>
            Try again
          </Button>
        }
      >
        {describeProblem(error).message}
      </EmptyState>
    </div>
  )
}
