import { Temporal } from '@astralis/core/temporal'
import { Link } from '@tanstack/react-router'
import { CalendarPlus, CalendarSearch, X } from 'lucide-react'
import type { RefObject } from 'react'
import { AnchoredPanel } from '../../ui/anchored-panel.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { presenceAt, type Colleague } from './colleague.ts'
import { ProposalPerson } from './proposal-person.tsx'
import { wireOf } from './team-axis.ts'
import { rangeText } from './team-words.ts'
import type { Range } from './use-range.ts'

interface ProposalProps {
  range: Range
  colleagues: readonly Colleague[]
  timeZone: string
  isVertical: boolean
  anchor: RefObject<HTMLElement | null>
  returnFocus: () => HTMLElement | null
  onBook: () => void
  onClose: () => void
}

/** Who could come to the time that was drawn, and what to do about it. */
export function Proposal({
  range,
  colleagues,
  timeZone,
  isVertical,
  anchor,
  returnFocus,
  onBook,
  onClose,
}: ProposalProps) {
  const people = colleagues
    .map((colleague) => ({ colleague, ...presenceAt(colleague, range.from, range.to) }))
    .toSorted((a, b) => Number(a.presence === 'available') - Number(b.presence === 'available'))
  const free = people.filter(({ presence }) => presence === 'available').length
  return (
    <AnchoredPanel
      label="Proposed time"
      anchor={anchor}
      side={isVertical ? 'bottom' : 'right'}
      firstFocus="footer button"
      onClose={onClose}
      returnFocus={returnFocus}
    >
      <div className="flex items-start gap-2 py-2.5 ps-4 pe-2">
        <div className="flex min-w-0 flex-1 flex-col py-1">
          <h2 className="font-semibold text-heading tabular-nums">{rangeText(range, timeZone, true)}</h2>
          <p role="status" className="text-[0.8125rem] text-muted">
            {free === people.length ? 'Everyone is free' : `${free} of ${people.length} free`}
          </p>
        </div>
        <IconButton icon={X} label="Close" onClick={onClose} className="size-8" />
      </div>
      <ul aria-label="People" className="min-h-0 flex-1 overflow-y-auto border-y border-line px-4 py-1.5">
        {people.map(({ colleague, presence, taking }) => (
          <ProposalPerson
            key={colleague.userId}
            colleague={colleague}
            presence={presence}
            taking={taking}
            at={range.from}
            timeZone={timeZone}
          />
        ))}
      </ul>
      <footer className="flex flex-wrap gap-2 px-4 py-3">
        <Button variant="primary" size="small" onClick={onBook}>
          <CalendarPlus aria-hidden className="size-4" />
          Book
        </Button>
        <Link
          to="/calendar/suggest"
          search={suggestSearch(range, colleagues, timeZone)}
          className="inline-flex h-8 items-center gap-1.5 rounded-md px-3 text-[0.8125rem] font-medium text-primary hover:bg-hover"
        >
          <CalendarSearch aria-hidden className="size-4" />
          Find a better time
        </Link>
      </footer>
    </AnchoredPanel>
  )
}

/** What the search for a time allows. */
const MIN_MINUTES = 15
const MAX_MINUTES = 480
const SEARCHED_DAYS = 14

function suggestSearch({ from, to }: Range, colleagues: readonly Colleague[], timeZone: string) {
  const first = Temporal.Instant.from(wireOf(from)).toZonedDateTimeISO(timeZone).toPlainDate()
  return {
    people: colleagues.map(({ email }) => email),
    minutes: Math.min(Math.max((to - from) / 60_000, MIN_MINUTES), MAX_MINUTES),
    from: first.toString(),
    to: first.add({ days: SEARCHED_DAYS - 1 }).toString(),
  }
}
