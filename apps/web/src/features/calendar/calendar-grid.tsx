import { Temporal } from '@astralis/core/temporal'
import { ScheduleXCalendar } from '@schedule-x/react'
import { useMemo, useRef, type MouseEvent } from 'react'
import type { Carried } from './carry.ts'
import { spanAfterDrag, type Span } from './drag.ts'
import { drawBox } from './draw-box.ts'
import type { GridEvent } from './grid-event.ts'
import { eventIdOf } from './grid-pieces.ts'
import { moreCard, moreDate } from './more-card.ts'
import './schedule-x.css'
import { useAbortDrag } from './use-abort-drag.ts'
import { drawOnGrid, type DrawnEvent } from './draw-on-grid.ts'
import { useCarry } from './use-carry.ts'
import { useGridKeys } from './use-grid-keys.ts'
import { useGridRoles } from './use-grid-roles.ts'
import { useOwnDigits } from './use-own-digits.ts'
import { useHourMarks } from './use-hour-marks.ts'
import { useLongPress } from './use-long-press.ts'
import { useMorningScroll } from './use-morning-scroll.ts'
import { fitMonth, styledPieces } from './styled-pieces.ts'
import { useSwipe } from './use-swipe.ts'
import { useScheduleX, type StyledPiece } from './use-schedule-x.ts'
import type { CalendarView } from './calendar-view.ts'
import { whyFixed } from './why-fixed.ts'
import { ZoneHeads } from './zone-heads.tsx'

const NOTHING_MORE = new Map<string, never>()

export interface CalendarGridProps {
  events: readonly GridEvent[]
  view: CalendarView
  date: Temporal.PlainDate
  timeZone: string
  /** Whose hours stand beside those of `timeZone`, if anybody's. */
  secondZone: string | null
  /** True where seven columns do not fit: a month is then a small one with a list below. */
  isNarrow: boolean
  /** True where the edges of events can be pulled, for which a finger is too wide. */
  canPull: boolean
  /** The hour (0 to 24) that stands at the top at first. */
  firstHour: number
  onOpen: (eventId: string) => void
  onChange: (eventId: string, span: Span) => void
  onDraw: (drawn: DrawnEvent | null) => void
  onCreate: (drawn: DrawnEvent) => void
  onStep: (direction: 1 | -1) => void
  onDateChange: (date: Temporal.PlainDate) => void
  onOpenDay: (date: Temporal.PlainDate) => void
}

/**
 * Month, week and day with events to click, drag and pull. Schedule-X lays them out; everything that is seen of them
 * is drawn here and in schedule-x.css, and nothing else in the app knows the library.
 */
export function CalendarGrid({ events: stored, onChange, onDraw, onCreate, ...rest }: CalendarGridProps) {
  const { view, date, timeZone, secondZone, isNarrow, onOpen, onOpenDay, onStep } = rest
  const root = useRef<HTMLDivElement>(null)
  const takeAbort = useAbortDrag()
  const carry = useCarry({ view, date, timeZone, onChange, onDraw, onCreate })
  const events = useMemo(() => withCarried(stored, carry.carried), [stored, carry.carried])
  const eventsById = useMemo(() => new Map(events.map((event) => [event.id, event])), [events])
  const { pieces, more } = useMemo(() => {
    const all = events.flatMap((event) => styledPieces(event, { view, timeZone }))
    return view === 'month' && !isNarrow ? fitMonth(all, timeZone) : { pieces: all, more: NOTHING_MORE }
  }, [events, view, timeZone, isNarrow])
  const piecesById = useMemo(() => new Map(pieces.map((piece) => [piece.id, piece])), [pieces])
  /** The event of a box and its times, which differ from the event's own while the box is dragged. */
  const resolve = (pieceId: string, edges: Pick<StyledPiece, 'start' | 'end'>) => {
    const event = eventsById.get(eventIdOf(pieceId))
    const piece = piecesById.get(pieceId)
    return event && piece ? { event, span: spanAfterDrag(event, piece, edges) } : null
  }

  const app = useScheduleX({
    ...rest,
    pieces,
    onBox: ({ element, kind, pieceId, ...edges }) => {
      const date = moreDate(pieceId)
      const hidden = date && more.get(date)
      if (date && hidden) return element.replaceChildren(moreCard(date, hidden))
      const found = resolve(pieceId, edges)
      if (!found) return
      const { event } = found
      element.closest<HTMLElement>('.grid-event')?.setAttribute('title', whyFixed(event) ?? '')
      drawBox(element, { event, kind, span: found.span ?? event, timeZone })
    },
    onOpen: (pieceId) => {
      const date = moreDate(pieceId)
      return date ? onOpenDay(Temporal.PlainDate.from(date)) : onOpen(eventIdOf(pieceId))
    },
    onDrop: (pieceId, edges) => {
      const dropped = resolve(pieceId, edges)
      if (takeAbort() || !dropped?.span) return false
      onChange(dropped.event.id, dropped.span)
      return true
    },
  })
  useMorningScroll(root, rest.firstHour)
  useGridRoles(root)
  useOwnDigits(root)
  useHourMarks(root, { timeZone, date, secondZone })
  useSwipe(root, onStep)
  useLongPress(root, { timeZone, onDraw, onCreate })
  const onKeyDown = useGridKeys({
    root,
    carry,
    startOf: (pieceId) => piecesById.get(pieceId)?.start.toString(),
    eventOf: (pieceId) => eventsById.get(eventIdOf(pieceId)),
    mayMove: (event) => event.mayChange,
    onStep,
  })

  return (
    <div
      ref={root}
      className={secondZone ? 'calendar-grid has-second-zone' : 'calendar-grid'}
      role="group"
      aria-label="Calendar"
      onMouseDown={(event) => drawOnGrid(event, { timeZone, onDraw, onCreate })}
      onKeyDownCapture={onKeyDown}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) carry.drop()
      }}
      onClick={(event) => {
        const day = pressedDay(event)
        if (day) onOpenDay(day)
      }}
    >
      <ScheduleXCalendar calendarApp={app} />
      {view !== 'month' && <ZoneHeads zones={secondZone ? [secondZone, timeZone] : [timeZone]} date={date} />}
      <p role="status" className="sr-only">
        {carry.said}
      </p>
    </div>
  )
}

function withCarried(events: readonly GridEvent[], carried: Carried | null): readonly GridEvent[] {
  if (!carried) return events
  const { id, startsAt, endsAt } = carried
  return events.map((event) => (event.id === id ? { ...event, startsAt, endsAt } : event))
}

/** The day whose number was pressed, in the heads of the week or in the month; the keyboard has `d` for this. */
function pressedDay({ target }: MouseEvent): Temporal.PlainDate | null {
  const head =
    target instanceof Element ? target.closest('.sx__week-grid__date, .sx__month-grid-day__header-date') : null
  const day = head?.closest<HTMLElement>('[data-date]')?.dataset['date']
  return day ? Temporal.PlainDate.from(day) : null
}
