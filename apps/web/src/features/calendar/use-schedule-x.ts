import './schedule-x-temporal.ts'
import {
  createViewDay,
  createViewMonthAgenda,
  createViewMonthGrid,
  createViewWeek,
  type CalendarEvent as ScheduleXEvent,
} from '@schedule-x/calendar'
import { createCurrentTimePlugin } from '@schedule-x/current-time'
import { createDragAndDropPlugin } from '@schedule-x/drag-and-drop'
import { useCalendarApp } from '@schedule-x/react'
import { createResizePlugin } from '@schedule-x/resize'
import type { Temporal } from '@astralis/core/temporal'
import { batch } from '@preact/signals'
import { useLayoutEffect, useMemo, useRef } from 'react'
import type { CalendarView } from './calendar-view.ts'
import { STEP_MINUTES } from './drag.ts'
import type { EventBox } from './event-box.ts'
import type { GridPiece } from './grid-pieces.ts'
import { reportBoxes, SETTINGS, show, type ScheduleXState } from './schedule-x-settings.ts'

/** A box of the grid with its look. */
export interface StyledPiece extends GridPiece {
  classNames: string[]
  canDrag: boolean
  isConflict: boolean
}

interface ScheduleXOptions {
  pieces: readonly StyledPiece[]
  view: CalendarView
  date: Temporal.PlainDate
  timeZone: string
  isNarrow: boolean
  /** True where the edges of events can be pulled. */
  canPull: boolean
  /** Draws an event into its box, before it is seen. */
  onBox: (box: EventBox) => void
  onOpen: (pieceId: string) => void
  /** Answers whether the dropped box may stay where it is. */
  onDrop: (pieceId: string, dropped: Pick<GridPiece, 'start' | 'end'>) => boolean
  onDateChange: (date: Temporal.PlainDate) => void
}

/** Schedule-X, kept at what the options say. */
export function useScheduleX(options: ScheduleXOptions) {
  const latest = useRef(options)
  useLayoutEffect(() => {
    latest.current = options
  })
  const state = useRef<ScheduleXState>(null)
  const drawn = useRef<ScheduleXEvent[]>(null)
  const { pieces, date, isNarrow, view, canPull, timeZone } = options
  const viewName = nameOfView(view, isNarrow)

  const app = useCalendarApp({
    ...SETTINGS,
    timezone: timeZone,
    selectedDate: date,
    defaultView: viewName,
    views: [createViewWeek(), createViewDay(), createViewMonthGrid(), createViewMonthAgenda()],
    plugins: [
      createCurrentTimePlugin({ fullWeekWidth: true }),
      createDragAndDropPlugin(STEP_MINUTES),
      ...(canPull ? [createResizePlugin(STEP_MINUTES)] : []),
    ],
    callbacks: {
      beforeRender: (created) => {
        state.current = created
        reportBoxes(created, (box) => latest.current.onBox(box))
      },
      onEventClick: ({ id }) => latest.current.onOpen(String(id)),
      onBeforeEventUpdate: (_before, { id, start, end }) => latest.current.onDrop(String(id), { start, end }),
      onSelectedDateUpdate: (selected) => latest.current.onDateChange(selected),
    },
  })

  const placed = useMemo(() => pieces.map(toScheduleX), [pieces])
  // Together, or the view that is about to go would first be drawn with the events of the next.
  useLayoutEffect(() => {
    if (!app || !state.current) return
    const current = state.current
    batch(() => {
      show(current, viewName, date)
      if (drawn.current !== placed) app.events.set(placed)
      drawn.current = placed
    })
  }, [app, date, viewName, placed])

  return app
}

function nameOfView(view: CalendarView, isNarrow: boolean): string {
  if (view === 'month') return isNarrow ? 'month-agenda' : 'month-grid'
  return view
}

function toScheduleX({ id, start, end, classNames, canDrag, isLast }: StyledPiece): ScheduleXEvent {
  return {
    id,
    start,
    end,
    _options: { additionalClasses: classNames, disableDND: !canDrag, disableResize: !canDrag || !isLast },
  }
}
