import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { signInInput, signUpInput } from '../people/auth-input.ts'
import { describeIssues } from '../wire/describe-issues.ts'
import {
  conflictsInput,
  createEventInput,
  eventVersionInput,
  getEventInput,
  listEventsInput,
  respondInput,
  updateEventInput,
} from './event-input.ts'

const ID = '0b8f6f0e-3f0c-4a53-9a53-0c8a4b9d1e2f'
const SPAN = { startsAt: '2026-03-10T09:00:00Z', endsAt: '2026-03-10T10:00:00Z' }
const EVENT = {
  title: 'Planning',
  ...SPAN,
  participants: [{ email: 'ana@example.com', name: 'Ana', isOptional: true }],
}
const LONG = (length: number) => 'x'.repeat(length)

/** Each case: the whole valid input, one field's wrong value, and the path that the answer must name. */
type Case = [path: string, wrong: Record<string, unknown>]

const EVENT_FIELDS: Case[] = [
  ['title', { title: '' }],
  ['title', { title: '   ' }],
  ['title', { title: LONG(201) }],
  ['title', { title: 7 }],
  ['title', { title: 'two\nlines' }],
  ['title', { title: 'nul \u0000' }],
  ['title', { title: 'half a pair \ud800' }],
  ['description', { description: LONG(2001) }],
  ['description', { description: 'nul \u0000' }],
  ['description', { description: {} }],
  ['startsAt', { startsAt: '10 March' }],
  ['startsAt', { startsAt: '2026-03-10T09:00:00' }],
  ['endsAt', { endsAt: '2026-02-30T09:00:00Z' }],
  ['endsAt', { endsAt: SPAN.startsAt }],
  ['endsAt', { endsAt: '2026-03-10T08:00:00Z' }],
  ['endsAt', { endsAt: '2028-03-10T08:00:00Z' }],
  ['allDay', { allDay: 'yes' }],
  ['timeZone', { timeZone: 'Mars/Olympus' }],
  ['timeZone', { timeZone: '+01:00' }],
  ['location', { location: LONG(501) }],
  ['location', { location: 'a\r\nb' }],
  ['meetingLink', { meetingLink: 'javascript:alert(1)' }],
  ['meetingLink', { meetingLink: 'meet.example' }],
  ['meetingLink', { meetingLink: `https://meet.example/${LONG(2000)}` }],
  ['showsAs', { showsAs: 'MAYBE' }],
  ['participants', { participants: 'ana@example.com' }],
  ['participants', { participants: Array.from({ length: 501 }, (_, index) => ({ email: `p${index}@example.com` })) }],
  ['participants.0.email', { participants: [{ email: 'ana' }] }],
  ['participants.0.email', { participants: [{ email: 'ana@example.com\r\nbcc: ben@example.com' }] }],
  ['participants.0.email', { participants: [{ email: `${LONG(250)}@example.com` }] }],
  ['participants.1.email', { participants: [{ email: 'ana@example.com' }, { email: ' ANA@example.com' }] }],
  ['participants.0.name', { participants: [{ email: 'ana@example.com', name: LONG(101) }] }],
  ['participants.0.isOptional', { participants: [{ email: 'ana@example.com', isOptional: 'no' }] }],
  ['participants.0.role', { participants: [{ email: 'ana@example.com', role: 'boss' }] }],
  ['onConflict', { onConflict: 'explode' }],
  ['colour', { colour: 'red' }],
]

const TABLE: [name: string, schema: z.ZodType, valid: Record<string, unknown>, cases: Case[]][] = [
  [
    'createEventInput',
    createEventInput,
    EVENT,
    [
      ...EVENT_FIELDS,
      ['idempotencyKey', { idempotencyKey: '' }],
      ['idempotencyKey', { idempotencyKey: LONG(201) }],
      ['suggestion.score', { suggestion: { score: 101, reasons: [] } }],
      ['suggestion.reasons.0.rule', { suggestion: { score: 1, reasons: [{ rule: '', points: 1, facts: {} }] } }],
      [
        'suggestion.reasons.0.points',
        { suggestion: { score: 1, reasons: [{ rule: 'r', points: 'many', facts: {} }] } },
      ],
      ['suggestion.reasons.0.facts', { suggestion: { score: 1, reasons: [{ rule: 'r', points: 1, facts: 7 }] } }],
      [
        'suggestion.reasons.0.facts.f',
        { suggestion: { score: 1, reasons: [{ rule: 'r', points: 1, facts: { f: 'nul \u0000' } }] } },
      ],
      ['meetingLink', { meetingLink: 'https://example.com/\u0000' }],
    ],
  ],
  [
    'updateEventInput',
    updateEventInput,
    { id: ID, version: 1, ...EVENT },
    [
      ...EVENT_FIELDS,
      ['id', { id: '7' }],
      ['version', { version: 0 }],
      ['version', { version: '1' }],
      ['status', { status: 'COMPLETED' }],
    ],
  ],
  [
    'eventVersionInput',
    eventVersionInput,
    { id: ID, version: 1 },
    [
      ['id', { id: 'x' }],
      ['version', { version: 1.5 }],
    ],
  ],
  ['getEventInput', getEventInput, { id: ID }, [['id', { id: null }]]],
  [
    'respondInput',
    respondInput,
    { id: ID, status: 'accepted' },
    [
      ['id', { id: 'x' }],
      ['status', { status: 'pending' }],
    ],
  ],
  [
    'listEventsInput',
    listEventsInput,
    { from: SPAN.startsAt, to: SPAN.endsAt },
    [
      ['from', { from: 'x' }],
      ['to', { to: 'x' }],
      ['to', { to: SPAN.startsAt }],
      ['to', { to: '2027-04-10T09:00:00Z' }],
      ['userIds', { userIds: [] }],
      ['userIds.0', { userIds: ['me'] }],
      ['statuses.0', { statuses: ['DONE'] }],
    ],
  ],
  [
    'conflictsInput',
    conflictsInput,
    { ...SPAN, participants: ['ana@example.com'] },
    [
      ['startsAt', { startsAt: 0 }],
      ['endsAt', { endsAt: SPAN.startsAt }],
      ['participants', { participants: [] }],
      ['participants.0', { participants: ['ana'] }],
      ['excludeEventId', { excludeEventId: 'x' }],
    ],
  ],
  [
    'signUpInput',
    signUpInput,
    {
      organizationName: 'Studio',
      name: 'Ana',
      email: 'ana@example.com',
      password: 'long enough',
      timeZone: 'Europe/Berlin',
    },
    [
      ['organizationName', { organizationName: '' }],
      ['name', { name: LONG(101) }],
      ['email', { email: 'ana' }],
      ['password', { password: 'short' }],
      ['password', { password: LONG(201) }],
      ['timeZone', { timeZone: 'Berlin' }],
    ],
  ],
  [
    'signInInput',
    signInInput,
    { email: 'ana@example.com', password: 'x' },
    [
      ['email', { email: '' }],
      ['password', { password: 1 }],
    ],
  ],
]

describe.each(TABLE)('B3: %s', (_name, schema, valid, cases) => {
  it('accepts a valid input', () => {
    expect(schema.safeParse(valid).error).toBeUndefined()
  })

  it.each(cases)('names %s when it is wrong: %j', (path, wrong) => {
    const { error } = schema.safeParse({ ...valid, ...wrong })
    expect(Object.keys(error ? describeIssues(error) : {})).toEqual([path])
  })

  it('names every required field that is missing', () => {
    const missing = Object.keys(describeIssues(schema.safeParse({}).error ?? new z.ZodError([])))
    const required = Object.keys(valid).filter((field) => {
      const { [field]: _, ...rest } = valid
      return !schema.safeParse(rest).success
    })
    expect(missing.toSorted()).toEqual(required.toSorted())
    expect(required.length).toBeGreaterThan(0)
  })

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.anything(), (value) => typeof schema.safeParse(value).success === 'boolean'))
  })
})

describe('createEventInput', () => {
  it('says in its own words what a link has to be', () => {
    const { error } = createEventInput.safeParse({ ...EVENT, meetingLink: 'meet.example' })
    expect(error && describeIssues(error)).toEqual({
      meetingLink: expect.stringMatching(/^Expected a link that starts/),
    })
  })

  it('one person has one spelling, empty text is none, and line ends are alike', () => {
    const parsed = createEventInput.parse({
      ...EVENT,
      participants: [{ email: ' Ana@Example.COM ' }],
      location: '',
      meetingLink: '',
      description: 'a\r\nb\rc ',
    })
    expect(parsed).toMatchObject({
      participants: [{ email: 'ana@example.com' }],
      location: null,
      meetingLink: null,
      description: 'a\nb\nc',
    })
  })
})
