import { CalendarSearch } from 'lucide-react'
import { useUser } from '../auth/use-user.ts'
import { useActiveMembers } from '../events/use-active-members.ts'
import { useInvitedPeople } from '../members/use-invited-people.ts'
import { StepFrame } from './step-frame.tsx'
import { StepLink } from './step-link.tsx'
import type { StepProps } from './step.ts'

/** More are no team any more, and whoever should meet is chosen by hand. */
const MAX_PEOPLE = 6

/** Leads to a search for a time, for everybody who is here or invited where they are few. */
export function MeetingStep({ isDone }: StepProps) {
  const user = useUser()
  const members = useActiveMembers().map(({ email }) => email)
  const others = [...members, ...useInvitedPeople()].filter((email) => email !== user.email)
  const people = others.length < MAX_PEOPLE ? [user.email, ...others] : [user.email]
  return (
    <StepFrame
      title={isDone ? 'Your first meeting is booked' : 'Find a time and book it'}
      actions={
        <StepLink to="/calendar/suggest" search={{ people }} isPrimary={!isDone}>
          <CalendarSearch aria-hidden className="size-4" />
          Find a time
        </StepLink>
      }
    >
      {people.length > 1
        ? `For ${people.length === 2 ? 'the two' : `all ${people.length}`} of you: the best times first, and why. Choosing one books it.`
        : 'Say who should meet, by name or by address: the best times come first. Choosing one books it.'}
    </StepFrame>
  )
}
