import { z } from 'zod'

const EXPECTED = 'Expected a link that starts with https:// or http://, of at most 2000 characters.'

/** A web address, or null. Other schemes (`javascript:`, `data:`) would run in the reader's browser. */
export const meetingLinkSchema = z.union(
  [z.literal('').transform(() => null), z.null(), z.url({ protocol: /^https?$/, error: EXPECTED }).max(2000, EXPECTED)],
  { error: EXPECTED },
)
