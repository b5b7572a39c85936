import { z } from 'zod'
import { instantSchema } from '../time/instant.ts'
import type { Temporal } from '../temporal.ts'

/** Where in the order of what was found an event stands: what is to come or goes on, soonest first, then what is over, latest first. */
export interface SearchPlace {
  isOver: boolean
  startsAt: Temporal.Instant
  id: string
}

/** Where a page ends. */
export interface SearchCursor extends SearchPlace {
  /** When the first page was asked for: what was to come then is to come on all of them. */
  now: Temporal.Instant
}

const EXPECTED = 'Expected `next` of an earlier answer.'
const FORM = /^(?<now>[^_]+)_(?<phase>coming|over)_(?<startsAt>[^_]+)_(?<id>[^_]+)$/

const parts = z.object({
  now: instantSchema,
  phase: z.enum(['coming', 'over']),
  startsAt: instantSchema,
  id: z.uuid(),
})

export const searchCursorSchema = z
  .string(EXPECTED)
  .max(200, EXPECTED)
  .transform((text, context): SearchCursor => {
    const cursor = parts.safeParse(FORM.exec(text)?.groups)
    if (!cursor.success) {
      context.addIssue(EXPECTED)
      return z.NEVER
    }
    const { phase, ...place } = cursor.data
    return { ...place, isOver: phase === 'over' }
  })

export function writeSearchCursor({ now, isOver, startsAt, id }: SearchCursor): string {
  return [now, isOver ? 'over' : 'coming', startsAt, id].join('_')
}

/** Orders what was found. */
export function comparePlaces(one: SearchPlace, other: SearchPlace): number {
  if (one.isOver !== other.isOver) return one.isOver ? 1 : -1
  const byTime = Number(one.startsAt.epochNanoseconds - other.startsAt.epochNanoseconds)
  if (byTime !== 0) return one.isOver ? -byTime : byTime
  return one.id < other.id ? -1 : 1
}
