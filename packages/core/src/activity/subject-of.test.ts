import { expect, it } from 'vitest'
import { subjectOf } from './subject-of.ts'

it.each([
  [{ title: 'Old' }, { title: 'New' }, 'New'],
  [{ email: 'ana@example.com' }, null, 'Known', 'Known'],
  [{ name: 'Ana' }, null, 'Ana', 'Known'],
  [null, null, 'Known', 'Known'],
  [{ title: 'Old' }, null, 'Old'],
  [{ title: 'Old' }, { status: 'CANCELLED' }, 'Old'],
  [null, { name: 'Reporting tool', email: 'tool@example.com' }, 'Reporting tool'],
  [null, { email: 'ana@example.com', role: 'CLIENT' }, 'ana@example.com'],
  [{ accountEmail: 'ana@example.org', provider: 'GOOGLE' }, null, 'ana@example.org'],
  [{ title: '' }, { title: 7 }, null],
  [null, null, null],
])('B7: names what an entry is about: %j, %j → %s', (before, after, subject, knownName: string | null = null) => {
  expect(subjectOf({ before, after, knownName })).toBe(subject)
})
