import { formatRecurrence, parseRecurrence, type SeriesTimes } from '../recurrence/recurrence.ts'
import { splitRecurrence } from '../recurrence/split-recurrence.ts'
import { peopleOf } from './own-fields.ts'
import { type Series, startOf } from './series.ts'

/**
 * One series of two that were split, once nothing keeps them apart any more: after a change of the second was taken
 * back. Null where they still differ.
 */
export function joinSeries(before: Series, after: Series): Series | null {
  if (contentOf(before) !== contentOf(after)) return null
  const whole: SeriesTimes = { startsAt: before.startsAt, timeZone: before.timeZone, rules: joinRules(before, after) }
  const split = splitRecurrence(whole, startOf(after).epochMilliseconds)
  const isSame = timesOf(split.before) === timesOf(before) && timesOf(split.after) === timesOf(after)
  return isSame ? { ...before, ...whole, sequence: before.sequence + 1, nextStartsAt: after.nextStartsAt } : null
}

function joinRules(before: Series, after: Series): string {
  const [first, second] = [parseRecurrence(before), parseRecurrence(after)]
  const { rule } = second
  const count = !rule || rule.count === null ? null : rule.count + (first.rule?.count ?? 0)
  return formatRecurrence({
    rule: rule && { ...rule, count },
    extra: [...first.extra, ...second.extra],
    excluded: [...first.excluded, ...second.excluded],
    excludedDates: [...first.excludedDates, ...second.excludedDates],
  })
}

function timesOf(times: SeriesTimes | null): string {
  return times ? `${times.startsAt} ${times.timeZone}\n${times.rules}` : ''
}

/** All of a series that is the same for each of its occurrences. Answers differ, and are theirs. */
function contentOf(series: Series): string {
  const {
    timeZone,
    durationMinutes,
    allDay,
    title,
    description,
    location,
    meetingLink,
    showsAs,
    status,
    reminderOffsetsMinutes,
    participants,
  } = series
  return JSON.stringify([
    [timeZone, durationMinutes, allDay, title, description, location, meetingLink, showsAs, status],
    reminderOffsetsMinutes,
    peopleOf(participants),
  ])
}
