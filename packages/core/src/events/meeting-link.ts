import { z } from 'zod'

const EXPECTED = 'Expected a link that starts with https:// or http://, of at most 2000 characters.'

/** PostgreSQL stores no null bytes, and a space or a line break ends a link wherever it is written in a text. */
const NOT_IN_A_LINK = /[\s\p{Cc}]/u

/** A web address, or null. Other schemes (`javascript:`, `data:`) would run in the reader's browser. */
export const meetingLinkSchema = z.union(
  [
    z.literal('').transform(() => null),
    z.null(),
    z
      .url({ protocol: /^https?$/, error: EXPECTED })
      .max(2000, EXPECTED)
      .refine((link) => !NOT_IN_A_LINK.test(link) && link.isWellFormed(), EXPECTED),
  ],
  { error: EXPECTED },
)
