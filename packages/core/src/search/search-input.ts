import { z } from 'zod'
import { instantSchema } from '../time/instant.ts'
import { lineSchema } from '../wire/text.ts'
import { searchCursorSchema } from './search-cursor.ts'

const DEFAULT_LIMIT = 20
const MAX_LIMIT = 50

export const searchEventsInput = z
  .strictObject({
    /** Words, all of which must be in an event, wherever. */
    text: lineSchema(200),
    /** Only what is not over at `from`, and has begun before `to`. */
    from: instantSchema.optional(),
    to: instantSchema.optional(),
    limit: z.int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT),
    /** `next` of the page before. */
    after: searchCursorSchema.optional(),
  })
  .refine(({ from, to }) => !from || !to || from.epochNanoseconds < to.epochNanoseconds, {
    path: ['to'],
    error: 'Expected a time after `from`.',
  })
export type SearchEventsInput = z.output<typeof searchEventsInput>
