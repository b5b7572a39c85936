import { Temporal } from '@astralis/core/temporal'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toSpan } from '../events/event-form-values.ts'
import { loadDateReaders } from './date-reader.ts'
import { AMERICAN, ARABIC, BRITISH, GERMAN, JAPANESE } from './testing/sentences.ts'
import { understand, type Understanding } from './understand.ts'

const NOW = Temporal.ZonedDateTime.from('2026-11-26T10:00[Europe/Berlin]')
const MEMBERS = [
  { name: 'Ana Silva', email: 'ana.silva@x.example' },
  { name: 'Ben Ito', email: 'ben@x.example' },
  { name: 'Ana Costa', email: 'costa@x.example' },
  { name: 'José Núñez', email: 'jose@x.example' },
  { name: 'April May', email: 'april@x.example' },
]

/** The same line that the table writes. */
function inOneLine(meant: Understanding): string {
  const { startsAt, endsAt, timeZone, allDay, people, choices, assumed, notes, notUnderstood } = meant
  const sameDay = startsAt.date === endsAt.date
  const days = sameDay ? startsAt.date : `${startsAt.date}..${endsAt.date}`
  const times = `${startsAt.date} ${startsAt.time}-${sameDay ? '' : `${endsAt.date} `}${endsAt.time}`
  return [
    meant.title,
    `${allDay ? days : times}${timeZone === NOW.timeZoneId ? '' : ` ${timeZone}`}`,
    people.map(({ email }) => email).join(' '),
    ...choices.map(({ said, candidates }) => `which ${said}: ${candidates.map(({ email }) => email).join(' ')}`),
    meant.location && `at ${meant.location}`,
    meant.recurrence,
    assumed.length > 0 && `assumed ${assumed.join(' ')}`,
    ...notes,
    notUnderstood.length > 0 && `not understood: ${notUnderstood.join(', ')}`,
  ]
    .filter(Boolean)
    .join(' | ')
}

describe.each([
  ['en-GB', 'en-GB', BRITISH],
  ['en-US', 'en-US', AMERICAN],
  ['de-DE', 'en-DE', GERMAN],
  ['ja-JP', 'en-JP', JAPANESE],
  ['ar-EG', 'en-EG', ARABIC],
])('web 9: a sentence in %s', async (language, region, sentences) => {
  const readers = await loadDateReaders(language, region)
  test.each(sentences)('$text', ({ text, means }) => {
    expect(inOneLine(understand(text, { now: NOW, readers, members: MEMBERS }))).toBe(means)
  })
})

test('web 9: a name that several have is settled by a choice', async () => {
  const readers = await loadDateReaders('en', 'en-GB')
  const meant = understand('lunch with Ana', {
    now: NOW,
    readers,
    members: MEMBERS,
    chosen: { ana: 'costa@x.example' },
  })
  expect(meant.choices).toEqual([])
  expect(meant.people.map(({ email }) => email)).toEqual(['costa@x.example'])
})

const PIECES = [
  ...'lunch,call,with,Ana,Ben,Zoe,and,at,Café Nord,in room 4,tue,next friday,tomorrow,today,1pm,13:30,13-14,9am-5pm'.split(
    ',',
  ),
  ...'from 9 to 11,45m,1h30,for 2 hours,for 3 days,every tuesday,weekly,3/4,31 feb,25:00,12 may,28 dec - 3 jan,"x y"'.split(
    ',',
  ),
  ...'noon,midnight,tonight,ben@x.example,EST,London time,10 times,last friday,in 2 hours,@,-,31/10/2027,28/3/2027,2:30'.split(
    ',',
  ),
  ...'02:30-02:15,Di,13 Uhr,45 Min,morgen,明日,午後3時,毎週,غدا,الساعة 3'.split(','),
]
const sentence = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 9 }).map((words) => words.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 5 })), { maxLength: 8 })
    .map((words) => words.join(' ')),
)
const moment = fc
  .tuple(
    fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) }),
    fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Pacific/Auckland',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'UTC',
    ),
  )
  .map(([epoch, zone]) => Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(zone))

test('web 9: whatever is typed is read without an error, and never ends before it begins', async () => {
  const all = await Promise.all(
    [
      ['en', 'en-US'],
      ['de', 'en-DE'],
      ['ja', 'en-JP'],
      ['ar', 'en-EG'],
    ].map(([a = '', b = '']) => loadDateReaders(a, b)),
  )
  fc.assert(
    fc.property(sentence, moment, fc.constantFrom(...all), (text, now, readers) => {
      const { startsAt, endsAt } = toSpan(understand(text, { now, readers, members: MEMBERS }))
      expect(startsAt).not.toBeNull()
      expect(Temporal.Instant.compare(startsAt ?? '', endsAt ?? '')).toBe(-1)
    }),
    { numRuns: 400 },
  )
})

test('web 9: no word is lost: what was not understood is in the title', async () => {
  const readers = await loadDateReaders('en', 'en-GB')
  const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? []
  fc.assert(
    fc.property(sentence, (text) => {
      const { title, taken } = understand(text, { now: NOW, readers, members: MEMBERS })
      const left = taken.reduceRight((rest, { from, to }) => `${rest.slice(0, from)} ${rest.slice(to)}`, text)
      // Of nothing but people the title is made.
      fc.pre(wordsOf(left).length > 0)
      expect(wordsOf(title)).toEqual(wordsOf(left))
    }),
    { numRuns: 400 },
  )
})
