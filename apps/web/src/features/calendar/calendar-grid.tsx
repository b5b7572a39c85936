import { Temporal } from '@astralis/core/temporal'
import { ScheduleXCalendar } from '@schedule-x/react'
import { useMemo, useRef, useSyncExternalStore, type KeyboardEvent, type MouseEvent } from 'react'
import { createPortal } from 'react-dom'
import { spanAfterDrag, type Span } from './drag.ts'
import { EventCard, type GridEvent } from './event-card.tsx'
import { DRAFT_ID, eventIdOf, piecesOf } from './grid-pieces.ts'
import './schedule-x.css'
import { useAbortDrag } from './use-abort-drag.ts'
import { drawOnGrid, type DrawnEvent } from './draw-on-grid.ts'
import { useGridRoles } from './use-grid-roles.ts'
import { useOwnDigits } from './use-own-digits.ts'
import { useMorningScroll } from './use-morning-scroll.ts'
import { useScheduleX, type StyledPiece } from './use-schedule-x.ts'
import type { CalendarView } from './calendar-view.ts'

export interface CalendarGridProps {
  events: readonly GridEvent[]
  view: CalendarView
  date: Temporal.PlainDate
  timeZone: string
  /** True where seven columns do not fit: a month is then a small one with a list below. */
  isNarrow: boolean
  /** True where events are moved by dragging, not only in the form. */
  isDraggable: boolean
  /** Whether this person may change the event. */
  canChange: (event: GridEvent) => boolean
  /** The hour (0 to 24) that stands at the top at first. */
  firstHour: number
  onOpen: (eventId: string) => void
  onChange: (eventId: string, span: Span) => void
  onDraw: (drawn: DrawnEvent | null) => void
  onCreate: (drawn: DrawnEvent) => void
  onDateChange: (date: Temporal.PlainDate) => void
  onOpenDay: (date: Temporal.PlainDate) => void
}

/**
 * Month, week and day with events to click, drag and pull. Schedule-X lays them out; everything that is seen of them
 * is drawn here and in schedule-x.css, and nothing else in the app knows the library.
 */
export function CalendarGrid({ events, canChange, onChange, onDraw, onCreate, ...rest }: CalendarGridProps) {
  const { view, timeZone, isDraggable } = rest
  const root = useRef<HTMLDivElement>(null)
  const takeAbort = useAbortDrag()
  const eventsById = useMemo(() => new Map(events.map((event) => [event.id, event])), [events])
  const pieces = useMemo(
    () =>
      events.flatMap((event) =>
        piecesOf(event, view, timeZone).map((piece): StyledPiece => {
          const canDrag = isDraggable && event.id !== DRAFT_ID && canChange(event)
          return { ...piece, classNames: classNamesOf(event), canDrag }
        }),
      ),
    [events, view, timeZone, isDraggable, canChange],
  )
  const piecesById = useMemo(() => new Map(pieces.map((piece) => [piece.id, piece])), [pieces])
  /** The event of a box and its times, which differ from the event's own while the box is dragged. */
  const resolve = (pieceId: string, edges: Pick<StyledPiece, 'start' | 'end'>) => {
    const event = eventsById.get(eventIdOf(pieceId))
    const piece = piecesById.get(pieceId)
    return event && piece ? { event, span: spanAfterDrag(event, piece, edges) } : null
  }

  const { app, boxes } = useScheduleX({
    ...rest,
    pieces,
    onDrop: (pieceId, edges) => {
      const dropped = resolve(pieceId, edges)
      if (takeAbort() || !dropped?.span) return false
      onChange(dropped.event.id, dropped.span)
      return true
    },
  })
  const drawn = useSyncExternalStore(boxes.subscribe, boxes.snapshot)
  useMorningScroll(root, rest.firstHour)
  useGridRoles(root)
  useOwnDigits(root)

  return (
    <div
      ref={root}
      className="calendar-grid"
      onMouseDown={(event) => drawOnGrid(event, { timeZone, onDraw, onCreate })}
      onKeyDownCapture={keepPressToEvents}
      onClick={(event) => {
        const day = pressedDay(event)
        if (day) rest.onOpenDay(day)
      }}
    >
      <ScheduleXCalendar calendarApp={app} />
      {[...drawn].map(([key, box]) => {
        const shown = resolve(box.pieceId, box)
        if (!shown) return null
        const { event, span } = shown
        return createPortal(
          <EventCard event={event} kind={box.kind} span={span ?? event} timeZone={timeZone} />,
          box.element,
          key,
        )
      })}
    </div>
  )
}

/**
 * Opening an event moves the focus to its panel while the key is still down; left alone, the same press would then
 * activate what has the focus there.
 */
function keepPressToEvents(event: KeyboardEvent): void {
  const isPress = event.key === 'Enter' || event.key === ' '
  if (isPress && event.target instanceof Element && event.target.matches('.grid-event')) event.preventDefault()
}

/** The day whose number was pressed, in the heads of the week or in the month; the keyboard has `d` for this. */
function pressedDay({ target }: MouseEvent): Temporal.PlainDate | null {
  const head =
    target instanceof Element ? target.closest('.sx__week-grid__date, .sx__month-grid-day__header-date') : null
  const day = head?.closest<HTMLElement>('[data-date]')?.dataset['date']
  return day ? Temporal.PlainDate.from(day) : null
}

function classNamesOf(event: GridEvent): string[] {
  const names = ['grid-event', `is-${event.status.toLowerCase()}`]
  if (event.showsAs === 'FREE') names.push('is-free')
  if (event.source !== 'internal') names.push('is-imported')
  if (event.id === DRAFT_ID) names.push('is-draft')
  return names
}
