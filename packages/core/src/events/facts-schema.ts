import { z } from 'zod'
import type { Facts } from './event.ts'

/** Facts of a reason are a number or two and a few people, one below another at most. */
const MAX_FACTS = 32
const MAX_LIST = 32
const MAX_TEXT = 300
const CONTROL = /\p{Cc}/u

const plain = z.union([cleanText(MAX_TEXT), z.number(), z.boolean(), z.null()])
const record = z.record(cleanText(64), plain).refine(hasFew, `Expected at most ${MAX_FACTS} facts.`)
const list = z.array(z.union([plain, record])).max(MAX_LIST, `Expected at most ${MAX_LIST} in a list.`)

/**
 * What a suggestion was computed from, as it is sent back to be stored. Bounded in depth, because to walk lists in lists
 * without end ends the stack; without control characters and half characters, which PostgreSQL takes in no JSON.
 */
export const factsSchema: z.ZodType<Facts, Facts> = z
  .record(cleanText(64), z.union([plain, record, list], 'Expected a plain value, a list or a record of such.'))
  .refine(hasFew, `Expected at most ${MAX_FACTS} facts.`)

function cleanText(max: number) {
  return z
    .string()
    .max(max, `Expected at most ${max} characters.`)
    .refine((text) => !CONTROL.test(text) && text.isWellFormed(), 'Expected text without control characters.')
}

function hasFew(facts: object): boolean {
  return Object.keys(facts).length <= MAX_FACTS
}
