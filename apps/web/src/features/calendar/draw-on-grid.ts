import { Temporal } from '@astralis/core/temporal'
import type { MouseEvent as ReactMouseEvent } from 'react'
import { minutesAt, spanOfClick, spanOfDays, spanOfDrag, spanOfMorning, type Span } from './drag.ts'

/** What was drawn on the empty grid. */
export interface DrawnEvent extends Span {
  allDay: boolean
}

export interface DragToCreate {
  timeZone: string
  /** Called with every step of the drag, and with null when Escape ends it. */
  onDraw: (drawn: DrawnEvent | null) => void
  onCreate: (drawn: DrawnEvent) => void
}

/** How Schedule-X marks an hour column, a cell of the all-day row and a day of the month. */
const HOURS = '[data-time-grid-date]'
const ALL_DAY = '[data-date-grid-date]'
const MONTH_DAY = '.sx__month-grid-day[data-date]'
const TAKEN = '.sx__event, button, .sx__month-grid-day__header-date'

/** Creating an event by pressing on the empty grid: a click is an hour, a drag exactly its range, Escape nothing. */
export function drawOnGrid(event: ReactMouseEvent, options: DragToCreate): void {
  if (event.button !== 0) return
  const measure = measureFrom(event.target, event, options.timeZone)
  if (measure) track(event, measure, options)
}

/** A point of the window, of a mouse or a finger. */
export type Point = Pick<MouseEvent, 'clientX' | 'clientY'>

/** What the pointer has drawn so far; `hasMoved` tells a drag from a click. */
export type Measure = (point: Point, hasMoved: boolean) => DrawnEvent

/** What is drawn from a point of the empty grid on; null where something is already. */
export function measureFrom(target: EventTarget | null, { clientY }: Point, timeZone: string): Measure | null {
  if (!(target instanceof Element) || target.closest(TAKEN)) return null
  const cell = target.closest<HTMLElement>(`${HOURS}, ${ALL_DAY}, ${MONTH_DAY}`)
  if (!cell) return null
  return cell.matches(HOURS) ? hoursFrom(cell, clientY, timeZone) : daysFrom(cell, timeZone)
}

function hoursFrom(column: HTMLElement, fromY: number, timeZone: string): Measure {
  const date = Temporal.PlainDate.from(column.dataset['timeGridDate'] ?? '')
  const minutesOf = (y: number) => {
    const { top, height } = column.getBoundingClientRect()
    return minutesAt((y - top) / height)
  }
  // In minutes, because the grid may scroll under the pointer.
  const from = minutesOf(fromY)
  return ({ clientY }, hasMoved) => {
    const span = hasMoved ? spanOfDrag(date, from, minutesOf(clientY), timeZone) : spanOfClick(date, from, timeZone)
    return { ...span, allDay: false }
  }
}

function daysFrom(cell: HTMLElement, timeZone: string): Measure {
  const from = dateOf(cell)
  const isMonth = cell.matches(MONTH_DAY)
  return (point, hasMoved) => {
    if (isMonth && !hasMoved) return { ...spanOfMorning(from, timeZone), allDay: false }
    const [first, last] = [from, dateUnder(point) ?? from].toSorted((a, b) => Temporal.PlainDate.compare(a, b))
    return { ...spanOfDays(first ?? from, last ?? from, timeZone), allDay: true }
  }
}

function dateOf(cell: HTMLElement): Temporal.PlainDate {
  return Temporal.PlainDate.from(cell.dataset['dateGridDate'] ?? cell.dataset['date'] ?? '')
}

function dateUnder({ clientX, clientY }: Point): Temporal.PlainDate | null {
  const cells = document.elementsFromPoint(clientX, clientY)
  const cell = cells.find((element) => element.matches(`${ALL_DAY}, ${MONTH_DAY}`))
  return cell instanceof HTMLElement ? dateOf(cell) : null
}

const CLICK_TOLERANCE_PIXELS = 5

function track(start: ReactMouseEvent, measure: Measure, { onDraw, onCreate }: DragToCreate): void {
  let hasMoved = false
  const stop = new AbortController()
  const { signal } = stop
  const onMove = (event: MouseEvent) => {
    const distance = Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY)
    hasMoved ||= distance > CLICK_TOLERANCE_PIXELS
    if (hasMoved) onDraw(measure(event, true))
  }
  const onUp = (event: MouseEvent) => {
    stop.abort()
    onCreate(measure(event, hasMoved))
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    stop.abort()
    onDraw(null)
  }
  // Otherwise the drag would select text.
  start.preventDefault()
  document.addEventListener('mousemove', onMove, { signal })
  document.addEventListener('mouseup', onUp, { signal })
  document.addEventListener('keydown', onKey, { signal })
}
