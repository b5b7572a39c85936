import { z } from 'zod'
import { Temporal } from '../temporal.ts'
import { timeZoneSchema } from '../time/time-zone.ts'
import { DAYS_OF_WEEK } from '../time/working-hours.ts'
import { findRangeOverlap, findWeeklyOverlap } from './find-range-overlap.ts'

const MAX_RULES = 100
const MAX_RANGES = 24
const MAX_OVERRIDES = 1000
const MAX_BUFFER_MINUTES = 240

const startTime = time(/^([01]\d|2[0-3]):[0-5]\d$/, 'Expected a time from 00:00 to 23:59.')
const endTime = time(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'Expected a time from 00:00 to 24:00.')

const timeRange = z.strictObject({ startTime, endTime }).superRefine(checkLength)

const rule = z
  .strictObject({
    dayOfWeek: z.literal(DAYS_OF_WEEK, 'Expected a day from 1 (Monday) to 7 (Sunday).'),
    startTime,
    endTime,
    isActive: z.boolean().default(true),
  })
  .superRefine(checkLength)

const rules = z
  .array(rule)
  .max(MAX_RULES, `Expected at most ${MAX_RULES} ranges.`)
  .superRefine((list, context) => refuseOverlap(findWeeklyOverlap(list), context))

const ranges = z
  .array(timeRange)
  .max(MAX_RANGES, `Expected at most ${MAX_RANGES} ranges.`)
  .superRefine((list, context) => refuseOverlap(findRangeOverlap(list), context))

const date = z
  .string()
  .regex(/^(19[7-9]|20\d|21\d)\d-\d\d-\d\d$/, 'Expected a date such as 2026-03-10, from 1970 to 2199.')
  .refine(isDate, 'Expected a date of the calendar.')

const override = z.strictObject({ date, ranges })

const overrides = z
  .array(override)
  .max(MAX_OVERRIDES, `Expected at most ${MAX_OVERRIDES} dates.`)
  .superRefine((list, context) => {
    const index = list.findIndex((entry, i) => list.slice(0, i).some((earlier) => earlier.date === entry.date))
    if (index !== -1)
      context.addIssue({ code: 'custom', path: [index, 'date'], message: 'This date is already in the list.' })
  })

const buffer = z
  .int(`Expected whole minutes from 0 to ${MAX_BUFFER_MINUTES}.`)
  .min(0, `Expected whole minutes from 0 to ${MAX_BUFFER_MINUTES}.`)
  .max(MAX_BUFFER_MINUTES, `Expected whole minutes from 0 to ${MAX_BUFFER_MINUTES}.`)

/** Whose availability; the caller's own where left out. */
const whose = { userId: z.uuid().optional() }

export const getAvailabilityInput = z.strictObject(whose).default({})
export type GetAvailabilityInput = z.output<typeof getAvailabilityInput>

/** What is left out stays as it is; `rules` and `overrides` replace all that there were. */
export const setAvailabilityInput = z.strictObject({
  ...whose,
  timeZone: timeZoneSchema.optional(),
  rules: rules.optional(),
  overrides: overrides.optional(),
  bufferBeforeMinutes: buffer.optional(),
  bufferAfterMinutes: buffer.optional(),
})
export type SetAvailabilityInput = z.output<typeof setAvailabilityInput>

/** Other hours on one date; no ranges mean a day off. */
export const setOverrideInput = z.strictObject({ ...whose, date, ranges })
export type SetOverrideInput = z.output<typeof setOverrideInput>

export const removeOverrideInput = z.strictObject({ ...whose, date })
export type RemoveOverrideInput = z.output<typeof removeOverrideInput>

/** Aborts, because ranges are compared only once all of their times are some. */
function time(pattern: RegExp, error: string) {
  return z.string(error).regex(pattern, { error, abort: true })
}

function checkLength(range: { startTime: string; endTime: string }, context: z.RefinementCtx): void {
  if (range.startTime === range.endTime)
    context.addIssue({ code: 'custom', path: ['endTime'], message: 'Expected an end other than the start.' })
}

function refuseOverlap(index: number | null, context: z.RefinementCtx): void {
  if (index !== null)
    context.addIssue({ code: 'custom', path: [index, 'startTime'], message: 'Overlaps with another range.' })
}

function isDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}
