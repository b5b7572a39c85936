import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Temporal } from '../temporal.ts'
import { expandRecurrence } from './expand-recurrence.ts'
import type { SeriesTimes } from './recurrence.ts'
import { splitRecurrence } from './split-recurrence.ts'
import { sample, ZONES } from './testing/recurrence-arbitrary.ts'

const DAY = 86_400_000

const expand = (series: SeriesTimes | null, from: number, to: number) =>
  series ? expandRecurrence(series, { from, to, limit: Infinity }) : []

const splittable = sample({ timeZones: ZONES })
