import { Temporal } from '@astralis/core/temporal'
import { useEffect, type RefObject } from 'react'
import { formatWeekday } from '../../lib/format-time.ts'
import { DIRECTION, FIRST_DAY_OF_WEEK, LOCALE } from '../../lib/locale.ts'

/** What Schedule-X writes in Latin digits everywhere: days of the month. */
const DAY_NUMBERS =
  '.sx__week-grid__date-number, .sx__month-grid-day__header-date, .sx__month-agenda-day > :first-child'
/** Where it writes the first letter of a day's name, which in Arabic is the article of each. */
const DAY_LETTERS = '.sx__month-agenda-day-name'

const MONDAY = Temporal.PlainDate.from('1970-01-05')
const digits = new Intl.NumberFormat(LOCALE, { useGrouping: false })
const isLatin = digits.resolvedOptions().numberingSystem === 'latn'

/** Writes what Schedule-X says of dates as the reader's region does, as it appears. */
export function useOwnDigits(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const container = root.current
    if (!container || (isLatin && DIRECTION === 'ltr')) return undefined
    const write = () => {
      for (const element of container.querySelectorAll(DAY_NUMBERS)) {
        const day = Number(element.textContent)
        if (day > 0 && !isLatin) setText(element, digits.format(day))
      }
      for (const [index, element] of container.querySelectorAll(DAY_LETTERS).entries())
        setText(element, formatWeekday(MONDAY.add({ days: FIRST_DAY_OF_WEEK - 1 + index }), 'narrow'))
    }
    const observer = new MutationObserver(write)
    observer.observe(container, { childList: true, subtree: true, characterData: true })
    write()
    return () => observer.disconnect()
  }, [root])
}

/** In the text that is there, because it is Schedule-X that takes it away. */
function setText({ firstChild }: Element, text: string): void {
  if (firstChild instanceof Text && firstChild.data !== text) firstChild.data = text
}
