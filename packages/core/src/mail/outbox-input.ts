import { z } from 'zod'

/** `before` is the last message of the page before. */
export const outboxInput = z.strictObject({ before: z.uuid().optional() })
export type OutboxInput = z.output<typeof outboxInput>
