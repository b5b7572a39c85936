import { Temporal } from '@astralis/core/temporal'
import { expect, test } from 'vitest'
import { shownDays } from './shown-days.ts'

const WEEK = { first: Temporal.PlainDate.from('2031-06-09'), last: Temporal.PlainDate.from('2031-06-15') }

function shown(...days: string[]): string {
  const used = days.flatMap((day) => [Date.parse(`2031-06-${day}T08:00:00Z`), Date.parse(`2031-06-${day}T09:00:00Z`)])
  const { first, last } = shownDays(WEEK, used, 'Europe/Berlin')
  return `${first.toString()} ${last.toString()}`
}

test('a weekend on which nobody works or is busy is left out, from whichever end of the week', () => {
  expect(shown('09', '13')).toBe('2031-06-09 2031-06-13')
  expect(shown('10', '14')).toBe('2031-06-10 2031-06-14')
  expect(shown('11', '15')).toBe('2031-06-11 2031-06-15')
})

test('a day on which somebody does stays, and five always do', () => {
  expect(shown('09', '15')).toBe('2031-06-09 2031-06-15')
  expect(shown('11')).toBe('2031-06-09 2031-06-13')
  expect(shown()).toBe('2031-06-09 2031-06-13')
})
