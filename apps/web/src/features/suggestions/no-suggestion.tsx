import { CalendarX2 } from 'lucide-react'
import { CARD_CLASS, CARD_TITLE_CLASS } from '../../ui/card.tsx'
import { BlockerList } from './blocker-list.tsx'
import { RelaxationList } from './relaxation-list.tsx'
import type { SuggestValues } from './suggest-values.ts'
import type { Relaxation, Suggestions } from './suggestions.ts'

interface NoSuggestionProps {
  summary: string
  empty: NonNullable<Suggestions['empty']>
  values: SuggestValues
  nameOf: (email: string) => string
  onApply: (patch: Partial<SuggestValues>, relaxation: Relaxation) => void
}

/** Nothing suits everybody: who or what is in the way, and the smallest change that would help. */
export function NoSuggestion({ summary, empty, values, nameOf, onApply }: NoSuggestionProps) {
  return (
    <div className={CARD_CLASS}>
      <div className="flex items-center gap-3">
        <span className="flex size-10 shrink-0 items-center justify-center rounded-full bg-primary-soft text-on-primary-soft">
          <CalendarX2 aria-hidden className="size-5" />
        </span>
        <div className="min-w-0">
          <h2 className={CARD_TITLE_CLASS}>No time suits everybody</h2>
          <p className="text-muted">{summary}</p>
        </div>
      </div>
      <BlockerList blockers={empty.blockers} timeZone={values.timeZone} nameOf={nameOf} />
      <RelaxationList relaxations={empty.relaxations} values={values} nameOf={nameOf} onApply={onApply} />
    </div>
  )
}
