import { Temporal } from '@astralis/core/temporal'
import { Clock3 } from 'lucide-react'
import { clockChangeText, durationText } from '../../lib/clock-change.ts'
import { formatDate, formatOffset, formatTime, formatTimeRange, zoneName } from '../../lib/format-time.ts'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import type { AvailabilityValues } from './availability-values.ts'
import { previewDays, type PreviewDay } from './preview-days.ts'

const DAYS = 7
const MINUTE = 60_000

interface PreviewProps {
  values: AvailabilityValues
  today: Temporal.PlainDate
}

/** What the hours come to on the next days, as they will be searched. */
export function Preview({ values, today }: PreviewProps) {
  const days = previewDays(values, today, DAYS)
  return (
    <Card title="The next seven days" lead={`As they will be searched, in ${zoneName(values.timeZone)}.`}>
      <ol className="flex flex-col gap-3">
        {days.map((day) => (
          <Day key={day.start} day={day} timeZone={values.timeZone} />
        ))}
      </ol>
    </Card>
  )
}

function Day({ day, timeZone }: { day: PreviewDay; timeZone: string }) {
  const length = day.end - day.start
  const percent = (moment: number) => `${((moment - day.start) / length) * 100}%`
  return (
    <li className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="flex items-baseline gap-2 font-medium text-ink">
          {formatDate(day.date, 'short')}
          {day.isOverridden && <Badge tone="neutral">{day.hours.length === 0 ? 'Day off' : 'Single date'}</Badge>}
        </span>
        <span className="text-[0.8125rem] text-muted">{hoursText(day, timeZone)}</span>
      </div>
      <div aria-hidden className="relative h-1.5 overflow-hidden rounded-full bg-line">
        {day.hours.map(({ start, end }) => (
          <span
            key={start}
            className="absolute inset-y-0 rounded-full bg-primary"
            style={{ insetInlineStart: percent(start), width: `${((end - start) / length) * 100}%` }}
          />
        ))}
      </div>
      {day.clockChange && (
        <p className="flex items-start gap-1.5 text-xs text-on-warning-soft">
          <Clock3 aria-hidden className="mt-px size-3.5 shrink-0" />
          {clockChangeText(day.clockChange)}: this day has {durationText(length / MINUTE)}, and the zone is then{' '}
          {formatOffset(timeZone, day.clockChange.at)}.
        </p>
      )}
    </li>
  )
}

function hoursText({ hours, start, end }: PreviewDay, timeZone: string): string {
  const text = (from: number, to: number) => {
    if (from === start && to === end) return 'All day'
    if (to === end) return `${formatTime(wire(from), timeZone)} – midnight`
    return formatTimeRange(wire(from), wire(to), timeZone)
  }
  return hours.map((stretch) => text(stretch.start, stretch.end)).join(', ') || 'Not available'
}

function wire(moment: number): string {
  return Temporal.Instant.fromEpochMilliseconds(moment).toString()
}
