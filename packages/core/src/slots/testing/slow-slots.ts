import { Temporal } from '../../temporal.ts'
import type { Slot, SlotRequest } from '../find-slots.ts'

const MINUTE = 60_000

/**
 * The oracle: the definition of `findSlots` read aloud, minute by minute, with Temporal for the clock on the wall and
 * no thought for speed.
 */
export function slowSlots(request: SlotRequest): Slot[] {
  const {
    from,
    to,
    durationMinutes,
    stepMinutes,
    gridTimeZone,
    attendees,
    notBefore = from,
    limit = Infinity,
  } = request
  const slots: Slot[] = []
  for (let startsAt = Math.ceil(from / MINUTE) * MINUTE; startsAt < to; startsAt += MINUTE) {
    const endsAt = startsAt + durationMinutes * MINUTE
    if (endsAt > to || startsAt < notBefore || slots.length >= limit) continue
    const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(startsAt).toZonedDateTimeISO(gridTimeZone)
    if ((hour * 60 + minute) % stepMinutes !== 0) continue
    const canCome = (attendee: SlotRequest['attendees'][number]) => {
      for (let moment = startsAt; moment < endsAt; moment += MINUTE)
        if (
          !touches(attendee.open, moment, moment + MINUTE, 'whole') ||
          touches(attendee.busy, moment, moment + MINUTE)
        )
          return false
      return true
    }
    if (attendees.every((attendee) => !attendee.required || canCome(attendee)))
      slots.push({
        startsAt,
        endsAt,
        absent: attendees.filter((attendee) => !attendee.required && !canCome(attendee)).map(({ id }) => id),
      })
  }
  return slots
}

/** True when an interval of the list contains the whole minute, or some of it. */
function touches(list: readonly number[], from: number, to: number, how: 'whole' | 'some' = 'some'): boolean {
  if (how === 'whole') {
    let covered = 0
    for (let i = 0; i + 1 < list.length; i += 2)
      covered += Math.max(0, Math.min(to, list[i + 1] ?? 0) - Math.max(from, list[i] ?? 0))
    return covered === to - from
  }
  for (let i = 0; i + 1 < list.length; i += 2) if ((list[i] ?? 0) < to && (list[i + 1] ?? 0) > from) return true
  return false
}
