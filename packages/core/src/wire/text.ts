import { z } from 'zod'

/** Control characters, except those that `multilineSchema` allows. */
const CONTROL = /\p{Cc}/u
const CONTROL_BUT_LINE_BREAKS = /[^\P{Cc}\n\t]/u

/** One line of text of 1 to `max` characters, trimmed. Control characters never reach mail headers or PostgreSQL. */
export function lineSchema(max: number) {
  const expected = `Expected 1 to ${max} characters.`
  return z
    .string(expected)
    .trim()
    .min(1, expected)
    .max(max, expected)
    .refine((text) => !CONTROL.test(text) && text.isWellFormed(), 'Expected text without control characters.')
}

/** Text that may be absent: an empty string or null clears the field. */
export function optionalLineSchema(max: number) {
  return z.union([z.literal('').transform(() => null), z.null(), lineSchema(max)], {
    error: `Expected at most ${max} characters on one line.`,
  })
}

/** Text of at most `max` characters with line breaks; an empty string or null clears the field. */
export function multilineSchema(max: number) {
  const expected = `Expected at most ${max} characters.`
  return z
    .string(expected)
    .max(max, expected)
    .transform((text) => text.replaceAll(/\r\n?/g, '\n').trim())
    .refine(
      (text) => !CONTROL_BUT_LINE_BREAKS.test(text) && text.isWellFormed(),
      'Expected text without control characters.',
    )
    .nullable()
    .transform((text) => text || null)
}
