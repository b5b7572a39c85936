import { Temporal } from '@astralis/core/temporal'
import { expect, it } from 'vitest'
import { groupByDay } from './group-by-day.ts'
import type { LogEntry } from './log-entry.ts'

const entry = (at: string): LogEntry => ({
  id: at,
  at,
  actor: null,
  origin: 'worker',
  action: 'event.completed',
  entity: 'event',
  entityId: 'x',
  subject: null,
  before: null,
  after: null,
})

it('B7: entries stand under their day in the reader’s zone, in the order of the log', () => {
  const entries = ['2026-03-10T08:00:00Z', '2026-03-09T23:30:00Z', '2026-03-09T22:30:00Z', '2026-03-08T08:00:00Z'].map(
    entry,
  )
  const today = Temporal.PlainDate.from('2026-03-10')
  const days = groupByDay(entries, { timeZone: 'Europe/Berlin', today, locale: 'en-GB' })
  expect(days.map(({ title, entries: ofDay }) => [title, ofDay.length])).toEqual([
    ['Today', 2],
    ['Yesterday', 1],
    ['Sunday, 8 March 2026', 1],
  ])
})
