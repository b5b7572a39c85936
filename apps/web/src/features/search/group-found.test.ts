import { Temporal } from '@astralis/core/temporal'
import { expect, it } from 'vitest'
import { formatDate } from '../../lib/format-time.ts'
import { groupFound } from './group-found.ts'
import { readSearchAddress } from './search-address.ts'
import type { FoundEvent } from './use-search.ts'

const now = Temporal.Instant.from('2026-03-10T12:00:00Z')

/** An hour's event. */
function found(startsAt: string): FoundEvent {
  return {
    id: startsAt,
    title: 'Found',
    startsAt,
    endsAt: Temporal.Instant.from(startsAt).add({ hours: 1 }).toString(),
    allDay: false,
    timeZone: 'UTC',
    location: null,
    status: 'SCHEDULED',
    showsAs: 'BUSY',
    source: 'internal',
    seriesId: null,
    recurrence: null,
    organizer: null,
    people: [],
    peopleCount: 0,
    matched: ['title'],
    excerpt: null,
  }
}

it('days are named by how near they are, and what is over comes apart', () => {
  const events = ['10T11:30', '10T15:00', '10T23:30', '12T09:00', '10T09:00', '09T09:00', '02T09:00']
  const groups = groupFound(
    events.map((time) => found(`2026-03-${time}:00Z`)),
    { timeZone: 'Europe/Berlin', now, locale: 'en-GB' },
  )
  const told = (days: typeof groups.over) => days.map(({ title, events: of }) => `${title}: ${of.length}`)
  const inWords = (date: string) => formatDate(Temporal.PlainDate.from(date), 'full', 'en-GB')
  expect(told(groups.coming)).toEqual(['Today: 2', 'Tomorrow: 1', `${inWords('2026-03-12')}: 1`])
  expect(told(groups.over)).toEqual(['Today: 1', 'Yesterday: 1', `${inWords('2026-03-02')}: 1`])
})

it.each([
  [{ text: 'budget' }, 'budget'],
  [{ text: 50 }, '50'],
  [{ text: true }, 'true'],
  [{ text: '' }, undefined],
  [{ text: ['a'] }, undefined],
  [{}, undefined],
])('the address %o is about %s', (address, text) => {
  expect(readSearchAddress(address)).toEqual({ text })
})
