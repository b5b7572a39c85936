import { describe, expect, it } from 'vitest'
import type { Viewer } from '../events/event.ts'
import type { Ownership } from '../events/visibility.ts'
import { ROLES } from '../people/role.ts'
import type { RecordedEntry } from './ownership-of.ts'
import { visibleEntry } from './visible-entry.ts'

const SECRETS = {
  title: 'Secret title',
  description: 'Secret description',
  location: 'Secret place',
  meetingLink: 'https://secret.example',
  recurrence: 'RRULE:FREQ=DAILY;X-SECRET=1',
  participants: [{ email: 'secret-guest@example.org' }],
  recipientEmail: 'secret-guest@example.org',
  somethingNew: 'Secret of a later version',
}
const TIMES = { startsAt: '2026-03-10T09:00:00Z', endsAt: '2026-03-10T10:00:00Z', status: 'SCHEDULED' }

const viewer = (overrides: Partial<Viewer> = {}): Viewer => ({
  userId: 'zoe',
  email: 'zoe@example.com',
  role: 'ADMIN',
  ...overrides,
})

function entry(overrides: Partial<RecordedEntry> = {}): RecordedEntry {
  const snapshot = { ...SECRETS, ...TIMES }
  return { actorId: 'ana', action: 'event.updated', entity: 'event', before: snapshot, after: snapshot, ...overrides }
}

const from = (source: string, more: Partial<RecordedEntry> = {}) =>
  entry({ before: { ...SECRETS, ...TIMES, source }, after: { ...SECRETS, ...TIMES, source }, ...more })

const event = (overrides: Partial<Ownership> = {}): Ownership => ({
  source: 'internal',
  createdBy: 'ana',
  participants: [{ email: 'ana@example.com' }],
  ...overrides,
})

const IMPORTED = event({ source: 'google' })

describe('B7: who reads an entry of the log', () => {
  it.each(ROLES)('%s reads what they did themselves, whole', (role) => {
    const own = entry({ actorId: 'zoe' })
    expect(visibleEntry(viewer({ role }), own, IMPORTED)).toEqual({ ...own, isWhole: true })
  })

  it.each(['event', 'member', 'connection', 'token'])('of others’ about a %s, only an admin', (entity) => {
    expect(visibleEntry(viewer(), entry({ entity }), event())).not.toBeNull()
    for (const role of ['OPERATOR', 'CLIENT'] as const)
      expect(visibleEntry(viewer({ role }), entry({ entity }), event())).toBeNull()
  })

  it('what the system and guests did is an admin’s to read, and not everybody’s who is nobody', () => {
    const byNobody = entry({ actorId: null })
    expect(visibleEntry(viewer(), byNobody, event())).toMatchObject({ isWhole: true })
    expect(visibleEntry(viewer({ userId: null, role: 'CLIENT' }), byNobody, event())).toBeNull()
  })
})

describe('C6: entries about what is in others’ linked calendars', () => {
  const hidden: [string, RecordedEntry, Ownership | null][] = [
    ['that is there', entry(), IMPORTED],
    ['that is gone, as the entry says', from('google'), null],
    ['that is said to be from there, whatever it is now', from('google'), event()],
    ['of which nothing is known', entry(), null],
    ['of a source that nobody knows', from('elsewhere'), null],
    ['that was deleted', from('google', { action: 'event.deleted', after: null }), null],
    ['that was imported by its owner’s sync', from('google', { action: 'event.imported', before: null }), null],
    ['as a series', from('google', { entity: 'series', action: 'series.updated' }), null],
  ]
  it.each(hidden)('an admin learns only when somebody is busy by one %s', (_which, logged, now) => {
    const seen = visibleEntry(viewer(), logged, now)
    expect(seen).toMatchObject({ isWhole: false })
    expect(JSON.stringify(seen)).not.toMatch(/secret/i)
    expect(seen?.before ?? seen?.after).toMatchObject(TIMES)
  })

  const shown: [string, RecordedEntry, Ownership | null][] = [
    ['is made here', entry(), event()],
    ['is made here, and gone', from('internal'), null],
    ['was made here, as the action says', entry({ action: 'event.created', before: null }), null],
    ['is in their own calendar', entry(), event({ source: 'google', createdBy: 'zoe' })],
    ['has them among its people', entry(), event({ source: 'google', participants: [{ email: 'zoe@example.com' }] })],
    [
      'had them among its people, and is gone',
      from('google', {
        before: { source: 'google', participants: [null, {}, { email: 'zoe@example.com' }] },
        after: null,
      }),
      null,
    ],
  ]
  it.each(shown)('an admin reads the whole of one that %s', (_which, logged, now) => {
    expect(visibleEntry(viewer(), logged, now)).toEqual({ ...logged, isWhole: true })
  })
})

it.each(['connection', 'account'])(
  'A3, H1: of an account elsewhere that somebody has linked (%s), an admin learns which service it is of',
  (entity) => {
    const after = { provider: 'GOOGLE', status: 'ACTIVE', accountEmail: 'private@example.org', added: ['Therapy'] }
    const linked = entry({ entity, action: `${entity}.linked`, before: null, after })
    expect(visibleEntry(viewer(), linked, null)).toMatchObject({
      before: null,
      after: { provider: 'GOOGLE' },
      isWhole: false,
    })
    expect(JSON.stringify(visibleEntry(viewer(), linked, null))).not.toMatch(/private|therapy/i)
    expect(visibleEntry(viewer({ userId: 'ana' }), linked, null)).toMatchObject({ after })
  },
)
