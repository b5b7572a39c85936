import { TriangleAlert } from 'lucide-react'
import { formatWhenShort } from '../../lib/format-time.ts'
import { Banner } from '../../ui/banner.tsx'
import { clashText, type Person } from './conflict-text.ts'
import type { OccurrencesCheck } from './use-conflicts.ts'

/** Enough to see what is in the way. */
const SHOWN_CLASHES = 4

interface SeriesClashesProps {
  occurrences: OccurrencesCheck
  isOccurrence: boolean
  people: readonly Person[]
  ownEmail: string
  timeZone: string
}

/** How many occurrences of a series are free, and the first of those that are not. */
export function SeriesClashes({ occurrences, isOccurrence, people, ownEmail, timeZone }: SeriesClashesProps) {
  const { summary, clashes } = occurrences
  const more = clashes.length - SHOWN_CLASHES
  return (
    <Banner
      tone={isOccurrence ? 'warning' : 'error'}
      icon={TriangleAlert}
      title={isOccurrence ? `If the following events change too: ${summary}` : summary}
    >
      <ul className="flex flex-col gap-1.5">
        {clashes.slice(0, SHOWN_CLASHES).map((clash) => (
          <li key={clash.startsAt} className="min-w-0 wrap-anywhere">
            <span className="font-semibold">{formatWhenShort(clash, timeZone)}</span>
            <span className="block">{clashText(clash.conflicts, people, ownEmail)}</span>
          </li>
        ))}
      </ul>
      {more > 0 && <p>and {more} more</p>}
      <p className="mt-1">You can still save: these are then kept as conflicts until their time becomes free.</p>
    </Banner>
  )
}
