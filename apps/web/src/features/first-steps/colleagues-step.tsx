import { UserPlus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { StepFrame } from './step-frame.tsx'
import { StepLink } from './step-link.tsx'
import type { StepProps } from './step.ts'
import { refreshFirstSteps } from './use-first-steps.ts'

const InviteDialog = lazy(async () => ({ default: (await import('../members/invite-dialog.tsx')).InviteDialog }))

/** Invites several colleagues at once. */
export function ColleaguesStep({ isDone, onSkip }: StepProps) {
  const [isInviting, setIsInviting] = useState(false)
  return (
    <StepFrame
      title={isDone ? 'Your colleagues are invited' : 'Who works with you?'}
      actions={
        <>
          <Button variant={isDone ? 'secondary' : 'primary'} onClick={() => setIsInviting(true)}>
            <UserPlus aria-hidden className="size-4" />
            {isDone ? 'Invite more' : 'Invite colleagues'}
          </Button>
          {isDone ? <StepLink to="/members">Open Members</StepLink> : <Button onClick={onSkip}>Skip for now</Button>}
        </>
      }
    >
      Paste their addresses, all at once. Meetings can be booked with them before they have joined.
      {isInviting && (
        <Suspense fallback={null}>
          <InviteDialog
            onClose={() => {
              setIsInviting(false)
              void refreshFirstSteps()
            }}
          />
        </Suspense>
      )}
    </StepFrame>
  )
}
