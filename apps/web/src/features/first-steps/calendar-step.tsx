import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../lib/trpc.ts'
import { Button } from '../../ui/button.tsx'
import { ConnectButton } from '../connections/connect-button.tsx'
import { StepFrame } from './step-frame.tsx'
import { StepLink } from './step-link.tsx'
import type { StepProps } from './step.ts'

/** Links a calendar elsewhere; whoever has none here goes on without. */
export function CalendarStep({ isDone, onSkip }: StepProps) {
  const { data } = useQuery(trpc.connections.list.queryOptions())
  const canLink = data?.canLink ?? false
  return (
    <StepFrame
      title={isDone ? 'Your calendar is connected' : 'Do you keep a calendar elsewhere?'}
      actions={
        <>
          {!isDone && canLink && (
            <ConnectButton variant="primary">
              {data?.usesDemo ? 'Connect a demo calendar' : 'Connect Google Calendar'}
            </ConnectButton>
          )}
          {(isDone || !canLink) && <StepLink to="/calendar/connections">Open Connections</StepLink>}
          {!isDone && <Button onClick={onSkip}>Skip for now</Button>}
        </>
      }
    >
      {words({ isDone, canLink: data === undefined || canLink, usesDemo: data?.usesDemo ?? false })}
    </StepFrame>
  )
}

function words({ isDone, canLink, usesDemo }: { isDone: boolean; canLink: boolean; usesDemo: boolean }): string {
  if (isDone) return 'What is in it counts as busy here. Under Connections you choose which calendars are kept in step.'
  if (!canLink) return 'Google is not set up on this installation yet, so there is nothing to connect today.'
  const what = 'What is in it counts as busy here, and meetings booked here appear there.'
  return usesDemo ? `${what} This is a demo: it connects a made-up calendar on this machine, not Google.` : what
}
