import { useNavigate } from '@tanstack/react-router'
import { MessagePage } from '../../app/message-page.tsx'
import { describeProblem } from '../../lib/problem.ts'
import { Button } from '../../ui/button.tsx'

interface JoinFailedProps {
  error: Error
  isRetrying: boolean
  onRetry: () => void
}

/** Why a link can not be used to join, and what to do. */
export function JoinFailed({ error, isRetrying, onRetry }: JoinFailedProps) {
  const navigate = useNavigate()
  const { reason, message } = describeProblem(error)
  const isUnknown = reason === 'NOT_FOUND' || reason === 'INVALID_INPUT'
  return (
    <MessagePage
      title={isUnknown ? 'This invitation can not be used' : 'The invitation could not be loaded'}
      actions={
        <>
          {!isUnknown && (
            <Button variant="primary" isBusy={isRetrying} onClick={onRetry}>
              Try again
            </Button>
          )}
          <Button variant={isUnknown ? 'primary' : 'secondary'} onClick={() => void navigate({ to: '/sign-in' })}>
            Sign in
          </Button>
        </>
      }
    >
      {isUnknown
        ? 'It was used, withdrawn or replaced by a later one, it is older than seven days, or the link was cut off when it was copied. If you have joined already, sign in. Otherwise ask whoever invited you for a new one.'
        : message}
    </MessagePage>
  )
}
