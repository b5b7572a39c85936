import { Temporal } from '@astralis/core/temporal'
import type { Stretch } from './interval-sweep.ts'
import type { SlotCase, SlotPerson } from './slot-people.ts'

/** Weekly hours as instants in the way anybody would write first: day by day and rule by rule, with Temporal. */
export function plainHours({ rules, timeZone }: SlotPerson, { from, to }: Omit<SlotCase, 'people'>): Stretch[] {
  const dateOf = (epoch: number) =>
    Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(timeZone).toPlainDate()
  const last = dateOf(to)
  const hours: Stretch[] = []
  for (let date = dateOf(from); Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 }))
    for (const { dayOfWeek, startTime, endTime } of rules) {
      if (dayOfWeek !== date.dayOfWeek) continue
      const at = (time: string) => date.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds
      const [start, end] = [Math.max(from, at(startTime)), Math.min(to, at(endTime))]
      if (start < end) hours.push({ start, end })
    }
  return hours
}
