import { CircleCheck, LoaderCircle, MoonStar, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Banner } from '../../ui/banner.tsx'
import type { Member } from './calendar-event.ts'
import { ConflictList } from './conflict-list.tsx'
import type { FormParticipant } from './event-form-values.ts'
import { SeriesClashes } from './series-clashes.tsx'
import type { ConflictCheck, OccurrencesCheck } from './use-conflicts.ts'

interface ConflictWarningProps {
  check: ConflictCheck
  /** Whether it is an occurrence of a series, of which the change may be meant for it alone. */
  isOccurrence: boolean
  people: readonly (Member | FormParticipant)[]
  ownEmail: string
  timeZone: string
  /** Offers other times for the event alone, where there is a question of one. */
  otherTimes: ReactNode
}

/** What stands in the way of the event that is being typed. A warning: the choice stays with the person. */
export function ConflictWarning({ check, isOccurrence, people, ownEmail, timeZone, otherTimes }: ConflictWarningProps) {
  const { state, conflicts, warnings, occurrences } = check
  const hasClashes = occurrences !== null && occurrences.clashes.length > 0
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
          {otherTimes}
          <p className="mt-2">You can still save: it is then kept as a conflict until the time becomes free.</p>
        </Banner>
      )}
      {hasClashes && (
        <SeriesClashes
          occurrences={occurrences}
          isOccurrence={isOccurrence}
          people={people}
          ownEmail={ownEmail}
          timeZone={timeZone}
        />
      )}
      <Warnings warnings={warnings} />
      {conflicts.length === 0 && !hasClashes && <CheckNote state={state} freeText={freeText(occurrences)} />}
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

function CheckNote({ state, freeText }: { state: ConflictCheck['state']; freeText: string }) {
  if (state === 'unasked') return null
  if (state === 'failed') return <p className="text-[0.8125rem] text-muted">Conflicts could not be checked just now.</p>
  const isDone = state === 'done'
  const Icon = isDone ? CircleCheck : LoaderCircle
  return (
    <p className="flex items-center gap-1.5 text-[0.8125rem] text-muted">
      <Icon aria-hidden className={isDone ? 'size-4 text-success' : 'size-4 animate-spin'} />
      {isDone ? freeText : 'Checking who is free…'}
    </p>
  )
}

/** Of several occurrences the server says `All 52 weeks free`. */
function freeText(occurrences: OccurrencesCheck | null): string {
  const isSeries = occurrences !== null && occurrences.total > 1
  return isSeries
    ? `${occurrences.summary.replace(/ free$/, ' are free')} for everyone required.`
    : 'Everyone required is free at this time.'
}
