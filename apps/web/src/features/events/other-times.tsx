import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { now } from '../../lib/clock.ts'
import { formatWhenShort } from '../../lib/format-time.ts'
import { trpc } from '../../lib/trpc.ts'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { EventFormValues } from './event-form-values.ts'
import { otherTimesQuestion, type OtherTimesInput } from './other-times-question.ts'

export interface OtherTime {
  startsAt: string
  endsAt: string
}

interface OtherTimesProps {
  values: EventFormValues
  /** Whose clock the times are told by. */
  timeZone: string
  onChoose: (time: OtherTime) => void
}

/** Times at which everybody could come instead; one press takes one. */
export function OtherTimes({ values, timeZone, onChoose }: OtherTimesProps) {
  const question = otherTimesQuestion(values, now().round({ smallestUnit: 'minute', roundingMode: 'ceil' }))
  const { data, isError } = useQuery(
    trpc.scheduling.suggest.queryOptions(question ?? NOTHING, {
      enabled: question !== null,
      placeholderData: keepPreviousData,
    }),
  )
  // What could not be found is no reason to stop: the warning above says what matters.
  if (!question || isError) return null
  if (data?.suggestions.length === 0)
    return <p className="mt-2">No other time in the next seven days suits everyone who is required.</p>
  return (
    <div role="group" aria-label="Free instead" className="mt-2 flex flex-col items-start gap-1.5">
      <p className="font-semibold">Free instead</p>
      {data?.suggestions.map(({ startsAt, endsAt }) => (
        <Button key={startsAt} size="small" onClick={() => onChoose({ startsAt, endsAt })}>
          {formatWhenShort({ startsAt, endsAt }, timeZone)}
        </Button>
      )) ?? <Skeleton className="h-8 w-48" />}
    </div>
  )
}

const NOTHING: OtherTimesInput = { participants: [], durationMinutes: 0, range: { from: '', to: '' }, timeZone: '' }
