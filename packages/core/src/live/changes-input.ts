import { z } from 'zod'

/** Where a stream of changes goes on: the id of the last message that arrived. Without one it begins a moment ago. */
export const changesInput = z.strictObject({
  lastEventId: z
    .string()
    .regex(/^\d{1,19}$/, 'Expected the id of a message of this stream.')
    .optional(),
})

export type ChangesInput = z.output<typeof changesInput>
