import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeChange } from './describe-change.ts'
import { type DraftParticipant, draftEvent, splitParticipants } from './draft-event.ts'
import { createEventInput } from './event-input.ts'

const ORGANIZER = { email: 'ana@example.com', name: 'Ana', timeZone: 'Europe/Berlin' }
const INPUT = { title: 'Planning', startsAt: '2026-03-10T09:00:00Z', endsAt: '2026-03-10T10:00:00Z', participants: [] }

const draft = (fields: object) => draftEvent(createEventInput.parse({ ...INPUT, ...fields }), ORGANIZER)

describe('draftEvent', () => {
  it('B2: the organizer takes part once, whether listed or not', () => {
    expect(draft({}).participants).toEqual([
      { email: 'ana@example.com', name: 'Ana', status: 'accepted', isOptional: false, isOrganizer: true },
    ])
    const listed = draft({
      participants: [{ email: 'ben@example.com' }, { email: 'ANA@example.com', isOptional: true }],
    })
    expect(listed.participants.map(({ email, isOrganizer, isOptional }) => [email, isOrganizer, isOptional])).toEqual([
      ['ana@example.com', true, true],
      ['ben@example.com', false, false],
    ])
  })

  it('takes the organizer’s zone, busy and nothing else when the input is silent', () => {
    expect(draft({})).toMatchObject({
      timeZone: 'Europe/Berlin',
      showsAs: 'BUSY',
      allDay: false,
      location: null,
      suggestion: null,
    })
  })
})

describe('splitParticipants', () => {
  const people = fc.uniqueArray(
    fc.record<DraftParticipant>({
      email: fc.constantFrom('a@example.com', 'b@example.com', 'c@example.com', 'd@example.com'),
      name: fc.constantFrom(null, 'Name'),
      status: fc.constantFrom('pending', 'accepted', 'declined', 'tentative'),
      isOptional: fc.boolean(),
      isOrganizer: fc.constant(false),
    }),
    { selector: ({ email }) => email },
  )

  it('leaving and joining turns one list into the other, touching nobody who stays as they are', () => {
    fc.assert(
      fc.property(people, people, (current, wanted) => {
        const { leaving, joining } = splitParticipants(current, wanted)
        const stayed = current.filter(({ email }) => !leaving.includes(email))
        const byEmail = (list: DraftParticipant[]) => list.toSorted((a, b) => (a.email < b.email ? -1 : 1))
        expect(byEmail([...stayed, ...joining])).toEqual(byEmail(wanted))
      }),
    )
    const [one] = fc.sample(
      people.filter((list) => list.length > 0),
      1,
    )
    expect(splitParticipants(one ?? [], one ?? [])).toEqual({ leaving: [], joining: [] })
  })
})

describe('describeChange', () => {
  const event = {
    ...draft({}),
    id: 'x',
    version: 1,
    sequence: 0,
    source: 'internal' as const,
    participants: [],
    seriesId: null,
    recurrence: null,
    originalStartsAt: null,
    ownFields: [],
    conflicts: [],
    aiScheduled: false,
    createdBy: null,
    createdAt: draft({}).startsAt,
    updatedAt: draft({}).startsAt,
  }

  it('B7: holds what differs, before and after, as on the wire', () => {
    expect(
      describeChange(event, { ...event, title: 'New', endsAt: event.endsAt.add({ minutes: 30 }), version: 2 }),
    ).toEqual({
      before: { title: 'Planning', source: 'internal', endsAt: '2026-03-10T10:00:00Z' },
      after: { title: 'New', source: 'internal', endsAt: '2026-03-10T10:30:00Z' },
    })
    expect(describeChange(event, { ...event, showsAs: 'FREE' })).toEqual({
      before: { title: 'Planning', source: 'internal', showsAs: 'BUSY' },
      after: { title: 'Planning', source: 'internal', showsAs: 'FREE' },
    })
    expect(describeChange(event, { ...event, version: 2 })).toBeNull()
  })
})
