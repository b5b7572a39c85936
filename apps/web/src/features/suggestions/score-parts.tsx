import type { SuggestionReason } from '@astralis/core/events/event'
import { ChevronRight } from 'lucide-react'
import { formatPoints, formatScore, scoreLines } from './score-lines.ts'

interface ScorePartsProps {
  score: number
  reasons: readonly SuggestionReason[]
  nameOf: (email: string) => string
}

/** How a score is made up, a line for each part; closed at first. */
export function ScoreParts({ score, reasons, nameOf }: ScorePartsProps) {
  return (
    <details className="group min-w-0">
      <summary className="-ms-1 inline-flex h-8 cursor-pointer list-none items-center gap-1 rounded-md pe-2 text-[0.8125rem] font-medium text-primary select-none hover:bg-hover [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 transition-transform group-open:rotate-90" />
        How the score is made up
      </summary>
      <dl className="mt-1 flex flex-col">
        {scoreLines(reasons, nameOf).map(({ rule, label, detail, points }) => (
          <div
            key={rule}
            className="flex items-baseline justify-between gap-4 border-t border-line py-1.5 first:border-t-0"
          >
            <dt className="min-w-0 text-[0.8125rem] text-ink">
              {label}
              {detail && <span className="text-muted">: {detail}</span>}
            </dt>
            <dd className="shrink-0 text-[0.8125rem] font-medium text-ink tabular-nums">{formatPoints(points)}</dd>
          </div>
        ))}
        <div className="flex items-baseline justify-between gap-4 border-t border-line-strong py-1.5 font-semibold text-heading">
          <dt className="text-[0.8125rem]">Score</dt>
          <dd className="text-[0.8125rem] tabular-nums">{formatScore(score)}</dd>
        </div>
      </dl>
    </details>
  )
}
