import { isOpen } from '@astralis/core/slots/attendance'
import type { Presence } from '@astralis/core/slots/suggestion'
import { type Intervals, mergeIntervals } from '@astralis/core/time/intervals'
import type { Outputs } from '../../lib/trpc.ts'
import { epochOf } from './team-axis.ts'

type Person = Outputs['scheduling']['team']['people'][number]
type Busy = Person['busy'][number]

/** A stretch of somebody's busy time; `title` is null where it is not the viewer's to see. Epoch milliseconds. */
export interface Block extends Pick<Busy, 'eventId' | 'title' | 'status' | 'source'> {
  from: number
  to: number
}

/** Somebody of the team, in numbers that are quick to compare. */
export interface Colleague extends Pick<Person, 'userId' | 'name' | 'email' | 'timeZone' | 'isHoursSet'> {
  open: Intervals
  busy: Intervals
  /** What `busy` is made of, event by event. */
  blocks: Block[]
}

export function toColleague({ working, busy, ...person }: Person): Colleague {
  const blocks = busy.map(({ startsAt, endsAt, ...block }) => ({
    ...block,
    from: epochOf(startsAt),
    to: epochOf(endsAt),
  }))
  return {
    ...person,
    open: working.flatMap(({ startsAt, endsAt }) => [epochOf(startsAt), epochOf(endsAt)]),
    busy: mergeIntervals(blocks.flatMap(({ from, to }) => [from, to])),
    blocks,
  }
}

/** Whether somebody could come from `from` to `to`, and what takes their time then. */
export function presenceAt(
  { open, blocks }: Pick<Colleague, 'open' | 'blocks'>,
  from: number,
  to: number,
): { presence: Presence; taking: Block[] } {
  const taking = blocks.filter((block) => block.from < to && from < block.to)
  if (taking.length > 0) return { presence: 'busy', taking }
  return { presence: isOpen(open, { startsAt: from, endsAt: to }) ? 'available' : 'outside-hours', taking }
}
