import { Temporal } from '@astralis/core/temporal'
import { expect, test } from 'vitest'
import { changeOf } from './relax-values.ts'
import { readSuggestSearch } from './suggest-search.ts'
import { defaultTitle, problemsOf, toQuestion, toSearch, valuesOf, type SuggestValues } from './suggest-values.ts'

const USER = { email: 'ana@lighthouse.example', timeZone: 'Europe/Berlin' }
const DAY = Temporal.PlainDate.from('2031-03-20')
const VALUES: SuggestValues = {
  people: [
    { email: 'ana@lighthouse.example', isOptional: false },
    { email: 'tom@partner.example', isOptional: true },
  ],
  minutes: 45,
  from: '2031-03-28',
  to: '2031-03-31',
  timeZone: 'Europe/Berlin',
  timeOfDay: 'morning',
  repeat: 'fortnightly',
  title: null,
}

test('E1: without an address the search is for oneself, in the next two weeks', () => {
  expect(valuesOf({}, USER, () => DAY)).toEqual({
    people: [{ email: 'ana@lighthouse.example', isOptional: false }],
    minutes: 30,
    from: '2031-03-20',
    to: '2031-04-02',
    timeZone: 'Europe/Berlin',
    timeOfDay: null,
    repeat: null,
    title: null,
  })
})

test('E1: address and form say the same; nobody at all stays nobody', () => {
  const there = (values: SuggestValues) => valuesOf(readSuggestSearch({ ...toSearch(values) }), USER, () => DAY)
  expect(there(VALUES)).toEqual(VALUES)
  expect(there({ ...VALUES, people: [] }).people).toEqual([])
  expect(valuesOf({ zone: 'Mars/Olympus' }, USER, () => DAY).timeZone).toBe('Europe/Berlin')
})

test('D3, E1: the range is whole days of the zone, also across a change of the clocks', () => {
  expect(toQuestion(VALUES)).toEqual({
    participants: VALUES.people,
    durationMinutes: 45,
    range: { from: '2031-03-27T23:00:00Z', to: '2031-03-31T22:00:00Z' },
    timeZone: 'Europe/Berlin',
    timeOfDay: 'morning',
    recurrence: 'FREQ=WEEKLY;INTERVAL=2',
  })
})

test('E1: what is wrong is named by its field', () => {
  expect(problemsOf(VALUES)).toEqual({})
  expect(Object.keys(problemsOf({ ...VALUES, minutes: Number.NaN }))).toEqual(['durationMinutes'])
  expect(problemsOf({ ...VALUES, minutes: 500 })).toEqual({ durationMinutes: 'Expected whole minutes from 15 to 480.' })
  expect(problemsOf({ ...VALUES, to: '2031-03-01' })).toEqual({ 'range.to': 'Expected an end after the start.' })
  expect(problemsOf({ ...VALUES, to: '' })).toMatchObject({ 'range.to': 'Choose the first and the last day.' })
  expect(problemsOf({ ...VALUES, people: [] })).toEqual({ participants: 'Expected at least one person.' })
})

test('E4: a relaxation becomes a change of the search', () => {
  expect(changeOf({ facts: { durationMinutes: 30 } }, VALUES)).toEqual({ minutes: 30 })
  expect(changeOf({ facts: { rangeTo: '2031-04-02T22:00:00Z' } }, VALUES)).toEqual({ to: '2031-04-02' })
  expect(changeOf({ facts: { rangeTo: '2031-04-03T09:45:00Z' } }, VALUES)).toEqual({ to: '2031-04-03' })
  expect(changeOf({ facts: { email: 'ana@lighthouse.example' } }, VALUES).people).toEqual([
    { email: 'ana@lighthouse.example', isOptional: true },
    { email: 'tom@partner.example', isOptional: true },
  ])
  expect(changeOf({ facts: {} }, VALUES)).toEqual({})
})

test('E5: an event is called by its people until somebody says otherwise', () => {
  const names = new Map([
    ['ana@x.example', 'Ana Silva'],
    ['tom@x.example', 'Tom Reed'],
    ['kai@x.example', 'Kai'],
  ])
  const title = (...emails: string[]) =>
    defaultTitle(
      emails.map((email) => ({ email, isOptional: false })),
      (email) => names.get(email) ?? null,
    )
  expect(title('ana@x.example')).toBe('Meeting')
  expect(title('ana@x.example', 'zoe@partner.example')).toBe('Ana / zoe')
  expect(title('ana@x.example', 'tom@x.example', 'kai@x.example')).toBe('Ana, Tom and Kai')
  expect(title('ana@x.example', 'tom@x.example', 'kai@x.example', 'a@b.example', 'c@d.example')).toBe(
    'Ana, Tom and 3 others',
  )
})
