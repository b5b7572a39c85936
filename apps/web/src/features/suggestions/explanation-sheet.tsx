import { CalendarPlus, CircleCheck, Globe } from 'lucide-react'
import { Temporal } from '@astralis/core/temporal'
import { formatDate, formatTimeRange, zoneName } from '../../lib/format-time.ts'
import { describeProblem } from '../../lib/problem.ts'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { BlockerList } from './blocker-list.tsx'
import { RelaxationList } from './relaxation-list.tsx'
import { toQuestion, type SuggestValues } from './suggest-values.ts'
import type { Explanation, Relaxation } from './suggestions.ts'
import { useExplanation } from './use-suggestions.ts'

interface ExplanationSheetProps {
  startsAt: string
  values: SuggestValues
  nameOf: (email: string) => string
  isBooking: boolean
  onBook: (time: { startsAt: string; endsAt: string }) => void
  onApply: (patch: Partial<SuggestValues>, relaxation: Relaxation) => void
  onClose: () => void
}

/** Why a time suits or does not, person by person, and what would help. */
export function ExplanationSheet(props: ExplanationSheetProps) {
  const { startsAt, values, isBooking, onBook, onClose } = props
  const { timeZone, minutes } = values
  const { data, error, isFetching, refetch } = useExplanation(toQuestion(values), startsAt)
  const start = Temporal.Instant.from(startsAt)
  const endsAt = start.add({ minutes }).toString()
  const date = start.toZonedDateTimeISO(timeZone).toPlainDate()
  return (
    <Sheet
      title={`${formatDate(date, 'short')}, ${formatTimeRange(startsAt, endsAt, timeZone)}`}
      badge={
        data && !isFetching && <Badge tone={data.free ? 'success' : 'error'}>{data.free ? 'Free' : 'Not free'}</Badge>
      }
      onClose={onClose}
      returnFocus={() => document.querySelector<HTMLElement>(`[data-starts-at="${startsAt}"]`)}
      footer={
        data?.free && (
          <Button variant="primary" isBusy={isBooking} onClick={() => onBook({ startsAt, endsAt })}>
            <CalendarPlus aria-hidden className="size-4" />
            Book this time
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-5">
        <p className="flex items-center gap-1.5 text-[0.8125rem] text-muted">
          <Globe aria-hidden className="size-3.5 shrink-0" />
          {zoneName(timeZone)}
        </p>
        {error && (
          <Banner
            tone="error"
            title="This time could not be looked at"
            actions={
              <Button size="small" isBusy={isFetching} onClick={() => void refetch()}>
                Try again
              </Button>
            }
          >
            <p>{describeProblem(error).message}</p>
          </Banner>
        )}
        {!data && !error && (
          <div role="status" aria-label="Looking at this time" className="flex flex-col gap-3">
            <Skeleton className="h-5" />
            <Skeleton className="h-5 w-2/3" />
            <Skeleton className="h-20" />
          </div>
        )}
        {data && <Answer {...props} explanation={data} />}
      </div>
    </Sheet>
  )
}

function Answer({ explanation, values, nameOf, onApply }: ExplanationSheetProps & { explanation: Explanation }) {
  const { free, blockers, relaxations, warnings } = explanation
  return (
    <>
      {free && (
        <p className="flex items-center gap-2 font-medium text-ink">
          <CircleCheck aria-hidden className="size-4 shrink-0 text-success" />
          Everyone required is free and within their hours.
        </p>
      )}
      {blockers.length > 0 && (
        <section aria-label="What is in the way" className="flex flex-col gap-2">
          {!free && <h3 className="text-[0.8125rem] font-semibold text-heading">What is in the way</h3>}
          <BlockerList blockers={blockers} timeZone={values.timeZone} nameOf={nameOf} />
        </section>
      )}
      {warnings.map(({ code, email, message }) => (
        <Banner key={`${code} ${email}`} tone="warning" title={message} />
      ))}
      <RelaxationList relaxations={relaxations} values={values} nameOf={nameOf} onApply={onApply} />
    </>
  )
}
