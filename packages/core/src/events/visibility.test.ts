import { describe, expect, it } from 'vitest'
import { Temporal } from '../temporal.ts'
import type { Event, Participant, Viewer } from './event.ts'
import { eventFor } from './visibility.ts'

const START = Temporal.Instant.from('2026-03-10T09:00:00Z')

function participant(email: string, userId: string | null): Participant {
  return { email, userId, name: 'Somebody', status: 'declined', isOptional: false, isOrganizer: false }
}

const EVENT: Event = {
  id: 'e',
  version: 1,
  sequence: 0,
  title: 'Secret title',
  description: 'Secret description',
  startsAt: START,
  endsAt: START.add({ hours: 1 }),
  allDay: false,
  timeZone: 'Europe/Berlin',
  location: 'Secret place',
  meetingLink: 'https://secret.example',
  showsAs: 'BUSY',
  status: 'CONFLICT',
  source: 'internal',
  participants: [participant('ana@example.com', 'ana'), participant('secret-guest@example.org', null)],
  seriesId: null,
  recurrence: null,
  originalStartsAt: null,
  ownFields: [],
  reminderOffsetsMinutes: null,
  conflicts: [
    {
      eventId: 'o',
      title: 'Secret other',
      startsAt: START,
      endsAt: START,
      participants: ['ana@example.com'],
      source: 'internal',
    },
  ],
  aiScheduled: true,
  suggestion: { score: 1, reasons: [{ rule: 'Secret rule', points: 1, facts: {} }] },
  createdBy: 'ana',
  createdAt: START,
  updatedAt: START,
}

const client = (viewer: Partial<Viewer> = {}): Viewer => ({
  userId: 'zoe',
  email: 'zoe@example.com',
  role: 'CLIENT',
  ...viewer,
})

describe('H2: what a viewer sees of an event', () => {
  it('a client learns of others’ events when which colleagues are busy, and nothing else', () => {
    const seen = eventFor(client(), EVENT)
    expect(JSON.stringify(seen)).not.toMatch(/secret/i)
    expect(seen).toMatchObject({
      title: 'Busy',
      startsAt: START,
      participants: [{ email: 'ana@example.com', name: null }],
    })
  })

  it.each(['OPERATOR', 'ADMIN'] as const)('C6: nor does an %s of what is in others’ linked calendars', (role) => {
    const imported = { ...EVENT, source: 'google' as const }
    expect(JSON.stringify(eventFor(client({ role }), imported))).not.toMatch(/secret/i)
    const conflicts = EVENT.conflicts.map((one) => ({ ...one, source: 'google' as const }))
    const [conflict] = eventFor(client({ role, userId: 'ana' }), { ...imported, conflicts }).conflicts
    expect(conflict?.title).toBe('Busy')
    expect(eventFor(client({ role, email: 'ana@example.com' }), imported).title).toBe('Secret title')
  })

  it.each([
    ['an operator', client({ role: 'OPERATOR' })],
    ['an admin', client({ role: 'ADMIN' })],
    ['the client who created it', client({ userId: 'ana' })],
  ])('%s sees all of it', (_who, viewer) => {
    expect(eventFor(viewer, EVENT)).toMatchObject({ title: 'Secret title', location: 'Secret place' })
  })

  it('a client who takes part sees it, but not the titles of what others have then', () => {
    const own = { ...EVENT, participants: [...EVENT.participants, participant('zoe@example.com', 'zoe')] }
    expect(eventFor(client(), own)).toMatchObject({ title: 'Secret title', conflicts: [{ title: 'Busy' }] })
  })
})
