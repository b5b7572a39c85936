import { UserPlus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { StepFrame } from './step-frame.tsx'
import { StepLink } from './step-link.tsx'
import type { StepProps } from './step.ts'
import { refreshFirstSteps } from './use-first-steps.ts'

const InviteDialog = lazy(async () => ({ default: (await import('../members/invite-dialog.tsx')).InviteDialog }))

/** Invites several colleagues at once. */
export function ColleaguesStep({ isDone, onSkip, onHold }: StepProps) {
  const [isInviting, setIsInviting] = useState(false)
  const invite = (isOpen: boolean) => {
    setIsInviting(isOpen)
    // Done by the first invitation already; what became of all of them is read first.
    onHold(isOpen)
  }
  return (
    <StepFrame
      title={isDone ? 'Your colleagues are invited' : 'Who works with you?'}
      actions={
        <>
          <Button variant={isDone ? 'secondary' : 'primary'} onClick={() => invite(true)}>
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
              invite(false)
              void refreshFirstSteps()
            }}
          />
        </Suspense>
      )}
    </StepFrame>
  )
}
