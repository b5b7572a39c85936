import { describe, expect, it } from 'vitest'
import { actionText } from './action-text.ts'
import type { LogEntry } from './log-entry.ts'

const ANA = { id: '4f0c2f0e-6d0a-4c39-9a53-6f1c0c1f4f11', name: 'Ana Silva', email: 'ana@example.com' }

function entry(action: string, more: Partial<LogEntry> = {}): LogEntry {
  return {
    id: 'x',
    at: '2026-03-02T08:00:00Z',
    actor: ANA,
    origin: 'web',
    action,
    entity: action.split('.')[0] ?? '',
    entityId: 'y',
    subject: 'Planning',
    before: null,
    after: null,
    ...more,
  }
}

const sentence = (one: LogEntry) => {
  const { lead, subject, tail } = actionText(one)
  return lead + (subject ?? '') + tail
}

const people = (status: string) => ({ participants: [{ email: 'ben@example.com', status }] })

describe('B7: actions in words', () => {
  it.each<[string, Partial<LogEntry>, string]>([
    ['event.created', {}, 'booked Planning'],
    ['event.created', { subject: null }, 'booked an event'],
    ['event.resolved', {}, 'gave Planning the time it had waited for'],
    ['event.updated', { before: { title: 'Old' }, after: { title: 'New' } }, 'renamed Planning'],
    [
      'event.updated',
      {
        before: { title: 'A', startsAt: '1', status: 'CONFLICT' },
        after: { title: 'A', startsAt: '2', status: 'SCHEDULED' },
      },
      'moved Planning',
    ],
    [
      'event.updated',
      { before: { title: 'A', startsAt: '1' }, after: { title: 'B', startsAt: '2' } },
      'changed Planning',
    ],
    ['event.updated', {}, 'changed Planning'],
    [
      'event.updated',
      { before: { status: 'CANCELLED' }, after: { status: 'SCHEDULED' } },
      'took back the cancellation of Planning',
    ],
    ['event.answered', { before: people('pending'), after: people('declined') }, 'said no to Planning'],
    ['event.answered', { before: people('pending'), after: people('accepted') }, 'said yes to Planning'],
    ['event.answered', { before: null, after: null }, 'answered the invitation to Planning'],
    ['availability.changed', { entityId: ANA.id, subject: 'Ana Silva' }, 'changed their own availability'],
    ['availability.changed', { subject: 'Ben Okafor' }, 'changed Ben Okafor’s availability'],
    ['availability.changed', { subject: null }, 'changed somebody’s availability'],
    ['session.ended', {}, 'signed out'],
    ['session.ended', { after: { sessions: 3 } }, 'signed out everywhere else'],
    ['token.created', { subject: 'Reports' }, 'made the API token Reports'],
    ['connection.connected', { subject: null }, 'linked a calendar account'],
  ])('%s %j → %s', (action, more, words) => {
    expect(sentence(entry(action, more))).toBe(words)
  })

  it.each([
    ['event.handed-on', 'handed on Planning'],
    ['token.key_rotated', 'key rotated the API token Planning'],
    ['strange', 'strange Planning'],
    ['event.*~', 'Planning'],
  ])('one that nobody has put into words still reads: %s', (action, words) => {
    expect(sentence(entry(action)).trim()).toBe(words)
  })
})
