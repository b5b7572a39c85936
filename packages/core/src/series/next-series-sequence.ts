import type { Series } from './series.ts'

/** The sequence of a series after a change: as `nextSequence` has it for an event. */
export function nextSeriesSequence(before: Series, after: Series): number {
  return isSignificant(before, after) ? before.sequence + 1 : before.sequence
}

function isSignificant(before: Series, after: Series): boolean {
  return (
    arrangementOf(before) !== arrangementOf(after) ||
    before.participants.some(({ email }) => !after.participants.some((person) => person.email === email))
  )
}

function arrangementOf(series: Series): string {
  const { startsAt, timeZone, rules, durationMinutes, allDay, location, meetingLink, status } = series
  return JSON.stringify([
    [startsAt, timeZone, rules, durationMinutes, allDay],
    [location, meetingLink, status === 'CANCELLED'],
  ])
}
