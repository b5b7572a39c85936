import type { CalendarConfig } from '@schedule-x/calendar'
import type { Temporal } from '@astralis/core/temporal'
import { FIRST_DAY_OF_WEEK, LOCALE } from '../../lib/locale.ts'
import type { BoxKind, EventBox } from './event-box.ts'
import { MONTH_ROWS } from './month-rows.ts'

/** 15 minutes are then 16 px high, enough for a line of text, and half an hour for two. */
const PIXELS_PER_HOUR = 64

const isTwelveHours = new Intl.DateTimeFormat(LOCALE, { hour: 'numeric' }).resolvedOptions().hour12

/** Schedule-X draws empty boxes; this tells it where to announce each kind. */
const BOX_KINDS: Record<string, BoxKind> = {
  timeGridEvent: 'hours',
  dateGridEvent: 'all-day',
  monthGridEvent: 'month',
  monthAgendaEvent: 'agenda',
}

export const SETTINGS: Omit<CalendarConfig, 'views'> = {
  locale: LOCALE,
  // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- The enum has these numbers but is not exported.
  firstDayOfWeek: FIRST_DAY_OF_WEEK,
  // The page switches views itself, by its own measure of a narrow screen.
  isResponsive: false,
  weekOptions: {
    gridHeight: 24 * PIXELS_PER_HOUR,
    eventWidth: 96,
    eventOverlap: false,
    timeAxisFormatOptions: isTwelveHours ? { hour: 'numeric' } : { hour: '2-digit', minute: '2-digit' },
  },
  monthGridOptions: { nEventsPerDay: MONTH_ROWS },
  translations: {
    [LOCALE.replace('-', '')]: {
      'No events': 'Nothing on this day',
    },
  },
}

/** Schedule-X' own state, which it hands to plugins and to callbacks before it draws. */
export type ScheduleXState = Parameters<NonNullable<CalendarConfig['callbacks']>['beforeRender'] & {}>[0]

interface Edges {
  id: string | number
  start: Temporal.PlainDate | Temporal.ZonedDateTime
  end: Temporal.PlainDate | Temporal.ZonedDateTime
}

/** Has Schedule-X report the boxes of its events instead of filling them, and leave its header empty. */
export function reportBoxes(app: ScheduleXState, draw: (box: EventBox) => void): void {
  // oxlint-disable no-underscore-dangle -- Schedule-X names its hooks for framework adapters so.
  const components = app.config._customComponentFns
  for (const [name, kind] of Object.entries(BOX_KINDS))
    components[name] = (element: HTMLElement | null, { calendarEvent }: { calendarEvent?: Edges }) => {
      if (!element || !calendarEvent) return
      const { id, start, end } = calendarEvent
      draw({ element, kind, pieceId: String(id), start, end })
    }
  components['headerContent'] = () => {}
  // oxlint-enable no-underscore-dangle
}

/** Turns the calendar to a view and a date; what its calendar-controls plugin does with the same two lines. */
export function show(app: ScheduleXState, view: string, date: Temporal.PlainDate): void {
  if (!app.datePickerState.selectedDate.value.equals(date)) app.datePickerState.selectedDate.value = date
  if (app.calendarState.view.value !== view) app.calendarState.setView(view, date)
}
