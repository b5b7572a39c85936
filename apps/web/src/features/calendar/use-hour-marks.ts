import { Temporal } from '@astralis/core/temporal'
import { useEffect, useEffectEvent, type RefObject } from 'react'
import { clockChangeOn, clockChangeText } from '../../lib/clock-change.ts'
import { formatTime } from '../../lib/format-time.ts'

interface HourMarksOptions {
  timeZone: string
  /** The day whose hours the second zone's are compared with. */
  date: Temporal.PlainDate
  secondZone: string | null
}

const HOURS = 24
const DAY_MINUTES = 24 * 60
const MARK = 'clock-change'

/**
 * Writes the hours of a second zone beside the first, and where the clock is turned on a day: the grid has 24 rows on every
 * day, of which one then does not happen, or twice.
 */
export function useHourMarks(root: RefObject<HTMLElement | null>, options: HourMarksOptions): void {
  const { timeZone, date, secondZone } = options
  const sync = useEffectEvent(() => {
    const container = root.current
    if (!container) return
    const hours = container.querySelectorAll<HTMLElement>('.sx__week-grid__hour-text')
    // The axis leaves out midnight where nothing would stand above it.
    for (const [index, element] of [...hours].entries()) {
      const text = secondZone ? hourIn(secondZone, date, index + HOURS - hours.length, timeZone) : ''
      if ((element.dataset['second'] ?? '') !== text) element.dataset['second'] = text
    }
    for (const column of container.querySelectorAll<HTMLElement>('[data-time-grid-date]')) markChange(column, timeZone)
  })
  useEffect(() => {
    const container = root.current
    if (!container) return undefined
    const observer = new MutationObserver(sync)
    observer.observe(container, { childList: true, subtree: true, attributeFilter: ['data-time-grid-date'] })
    sync()
    return () => observer.disconnect()
  }, [root, timeZone, date, secondZone])
}

function hourIn(secondZone: string, date: Temporal.PlainDate, hour: number, timeZone: string): string {
  const instant = date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour }) }).toInstant()
  return formatTime(instant.toString(), secondZone)
}

function markChange(column: HTMLElement, timeZone: string): void {
  const date = column.dataset['timeGridDate'] ?? ''
  const mark = column.querySelector<HTMLElement>(`:scope > .${MARK}`)
  if (mark?.dataset['date'] === date) return
  mark?.remove()
  const change = clockChangeOn(Temporal.PlainDate.from(date), timeZone)
  if (!change) return
  const { wallTime, minutes } = change
  const at = wallTime.hour * 60 + wallTime.minute
  const made = document.createElement('div')
  made.className = `${MARK} ${minutes > 0 ? 'is-skipped' : 'is-repeated'}`
  made.dataset['date'] = date
  made.style.top = `${((minutes > 0 ? at : at + minutes) / DAY_MINUTES) * 100}%`
  made.style.height = `${(Math.abs(minutes) / DAY_MINUTES) * 100}%`
  const text = document.createElement('span')
  text.textContent = `${clockChangeText(change)}${minutes > 0 ? ': this time does not happen' : ': this time happens twice'}`
  made.append(text)
  column.append(made)
}
