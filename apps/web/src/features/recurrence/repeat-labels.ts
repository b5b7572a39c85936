import type { PlaceInMonth } from '@astralis/core/recurrence/place-in-month'
import { nth, wordsOf } from '@astralis/core/recurrence/recurrence-words'
import type { RepeatDays } from './repeat-days.ts'
import { WORDS_LOCALE } from '../../lib/locale.ts'

/** `Every day`, `Every week on Tuesday`, `Every month on day 10`, `Every year on 10 March` */
export function daysLabel(days: RepeatDays, locale = WORDS_LOCALE): string {
  if (days.frequency === 'DAILY') return 'Every day'
  if (days.frequency === 'WEEKLY') {
    const words = wordsOf(locale)
    return `Every week on ${words.list(days.weekdays.map(words.weekday))}`
  }
  if (days.frequency === 'MONTHLY') return `Every month on ${placeLabel(days.place, locale)}`
  return `Every year on ${dayOfYearLabel(days.month, days.place, locale)}`
}

/** `day 10`, `the last day`, `the second Tuesday` */
export function placeLabel({ weekday, position }: PlaceInMonth, locale = WORDS_LOCALE): string {
  if (weekday) return `the ${nth(position)} ${wordsOf(locale).weekday(weekday)}`
  return position > 0 ? `day ${position}` : `the ${nth(position)} day`
}

/** `10 March`, `the second Tuesday of March` */
export function dayOfYearLabel(month: number, place: PlaceInMonth, locale = WORDS_LOCALE): string {
  const words = wordsOf(locale)
  const isDate = place.weekday === null && place.position > 0
  return isDate ? words.dayAndMonth(place.position, month) : `${placeLabel(place, locale)} of ${words.months([month])}`
}
