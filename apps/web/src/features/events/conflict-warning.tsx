import { CircleCheck, LoaderCircle, MoonStar, TriangleAlert } from 'lucide-react'
import { Banner } from '../../ui/banner.tsx'
import type { Member } from './calendar-event.ts'
import { ConflictList } from './conflict-list.tsx'
import type { FormParticipant } from './event-form-values.ts'
import type { ConflictCheck } from './use-conflicts.ts'

interface ConflictWarningProps {
  check: ConflictCheck
  people: readonly (Member | FormParticipant)[]
  ownEmail: string
  timeZone: string
}

/** What stands in the way of the event that is being typed. A warning: the choice stays with the person. */
export function ConflictWarning({ check, people, ownEmail, timeZone }: ConflictWarningProps) {
  const { state, conflicts, warnings } = check
  return (
    <div aria-live="polite" className="flex flex-col gap-2">
      {conflicts.length > 0 && (
        <Banner
          tone="error"
          icon={TriangleAlert}
          title={
            conflicts.length === 1 ? 'This time overlaps an event' : `This time overlaps ${conflicts.length} events`
          }
        >
          <ConflictList conflicts={conflicts} people={people} ownEmail={ownEmail} timeZone={timeZone} />
          <p className="mt-1">You can still save: it is then kept as a conflict until the time becomes free.</p>
        </Banner>
      )}
      <Warnings warnings={warnings} />
      {conflicts.length === 0 && <CheckNote state={state} />}
    </div>
  )
}

/** What may not have been meant, in a softer tone than a conflict: nothing is wrong with saving. */
function Warnings({ warnings }: Pick<ConflictCheck, 'warnings'>) {
  const outside = warnings.filter(({ code }) => code === 'OUTSIDE_AVAILABILITY')
  const others = warnings.filter(({ code }) => code !== 'OUTSIDE_AVAILABILITY')
  return (
    <>
      {outside.length > 0 && (
        <Banner tone="warning" icon={MoonStar} title="Outside of somebody’s hours">
          {outside.map(({ email, message }) => (
            <p key={email}>{message}</p>
          ))}
        </Banner>
      )}
      {others.map(({ code, email, message }) => (
        <Banner key={`${code} ${email}`} tone="warning" title={message} />
      ))}
    </>
  )
}

function CheckNote({ state }: { state: ConflictCheck['state'] }) {
  if (state === 'unasked') return null
  if (state === 'failed') return <p className="text-[0.8125rem] text-muted">Conflicts could not be checked just now.</p>
  const isDone = state === 'done'
  const Icon = isDone ? CircleCheck : LoaderCircle
  return (
    <p className="flex items-center gap-1.5 text-[0.8125rem] text-muted">
      <Icon aria-hidden className={isDone ? 'size-4 text-success' : 'size-4 animate-spin'} />
      {isDone ? 'Everyone required is free at this time.' : 'Checking who is free…'}
    </p>
  )
}
