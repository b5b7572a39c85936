import { formatScore } from './score-lines.ts'

/** A score from 0 to 100 as a number and a bar. */
export function ScoreMeter({ score }: { score: number }) {
  return (
    <div className="flex shrink-0 flex-col items-end gap-1">
      <p className="flex items-baseline gap-1 text-heading">
        <span className="sr-only">Score </span>
        <span className="text-lg leading-6 font-semibold tabular-nums">{formatScore(score)}</span>
        <span className="text-xs text-muted">/ 100</span>
      </p>
      <div aria-hidden className="h-1.5 w-20 overflow-hidden rounded-full bg-line">
        <div className="h-full rounded-full bg-primary" style={{ width: `${score}%` }} />
      </div>
    </div>
  )
}
