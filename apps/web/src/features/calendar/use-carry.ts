import { useState } from 'react'
import { formatWhen } from '../../lib/format-time.ts'
import type { CalendarView } from './calendar-view.ts'
import { moved, resized, stepOfKey, type Carried } from './carry.ts'
import { spanOfMorning, STEP_MINUTES, type Span } from './drag.ts'
import type { DrawnEvent } from './draw-on-grid.ts'
import type { GridEvent } from './grid-event.ts'
import { DRAFT_ID } from './grid-pieces.ts'
import type { Temporal } from '@astralis/core/temporal'

interface CarryOptions {
  view: CalendarView
  date: Temporal.PlainDate
  timeZone: string
  onChange: (eventId: string, span: Span) => void
  onDraw: (drawn: DrawnEvent | null) => void
  onCreate: (drawn: DrawnEvent) => void
}

interface PressedKey {
  key: string
  altKey: boolean
}

const HOW = 'Arrow keys move it, Alt with up or down changes its end; Enter'
const HOUR = { days: 0, minutes: 60 }

/**
 * Moving, lengthening and creating events by keyboard: picked up, carried by arrow keys, put down by Enter, given up by
 * Escape. Every step is said aloud.
 */
export function useCarry({ view, date, timeZone, onChange, onDraw, onCreate }: CarryOptions) {
  const [carried, setCarried] = useState<Carried | null>(null)
  const [said, setSaid] = useState('')

  const stepped = (from: Carried, { key, altKey }: PressedKey, isRightToLeft: boolean): Carried | null => {
    if (altKey) {
      const direction = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
      return direction === 0 ? null : resized(from, { days: direction, minutes: STEP_MINUTES * direction })
    }
    const step = stepOfKey(key, view, !from.allDay, isRightToLeft)
    return step && moved(from, step, timeZone)
  }
  const show = (next: Carried, intro = '') => {
    setCarried(next)
    setSaid(`${intro}${formatWhen(next, timeZone)}`)
    if (next.id === DRAFT_ID) onDraw(next)
  }
  const stop = (words: string) => {
    setCarried(null)
    setSaid(words)
  }
  return {
    carried,
    said,
    /** Picks an event up and makes the step that the key asks for; false where it asks for none. */
    pickUp: (event: GridEvent, press: PressedKey, isRightToLeft: boolean): boolean => {
      const next = stepped(event, press, isRightToLeft)
      if (next) show(next, `Moving ${event.title}. ${HOW} puts it down, Escape leaves it. `)
      return next !== null
    },
    /** Begins a new event, after `event` or in the morning. */
    begin: (event: GridEvent | null) => {
      const span = event && !event.allDay ? { startsAt: event.endsAt, endsAt: event.endsAt } : null
      const from = span ?? spanOfMorning(date, timeZone)
      const draft = { ...from, id: DRAFT_ID, title: 'New event', allDay: false, timeZone }
      show(span ? resized(draft, HOUR) : draft, `New event. ${HOW} creates it, Escape leaves. `)
    },
    /** Whether the key meant something to what is carried. */
    press: (press: PressedKey, isRightToLeft: boolean): boolean => {
      if (!carried) return false
      const { key } = press
      if (key === 'Escape') {
        if (carried.id === DRAFT_ID) onDraw(null)
        stop(`${carried.title} stays as it was`)
        return true
      }
      if (key === 'Enter' || key === ' ') {
        stop(`${carried.title}: ${formatWhen(carried, timeZone)}`)
        const { startsAt, endsAt, allDay } = carried
        if (carried.id === DRAFT_ID) onCreate({ startsAt, endsAt, allDay })
        else onChange(carried.id, { startsAt, endsAt })
        return true
      }
      const next = stepped(carried, press, isRightToLeft)
      if (next) show(next)
      return next !== null
    },
    /** Leaves everything as it was, without a word, because the focus went elsewhere. */
    drop: () => {
      if (carried?.id === DRAFT_ID) onDraw(null)
      if (carried) stop('')
    },
  }
}
