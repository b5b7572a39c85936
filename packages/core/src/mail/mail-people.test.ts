import { describe, expect, it } from 'vitest'
import { headerName, shorten } from './clean-words.ts'
import { headerPeople } from './mail-people.ts'
import { subjectOf } from './mail-subject.ts'
import { PLANNING, sampleContent } from './testing/sample-content.ts'

describe('headerName', () => {
  it.each([
    ["Sean O'Brien", "Sean O'Brien"],
    ['José Ñandú', 'José Ñandú'],
    ['Dr. Ann Lee, PhD', 'Dr. Ann Lee, PhD'],
    ['Ann Lee (Sales)', 'Ann Lee (Sales)'],
    ['שרה כהן', 'שרה כהן'],
    ['Ana <ana@example.org>', 'Ana ana example.org'],
    ['"Ana" \\ Lopes', 'Ana Lopes'],
    ['Ana\r\nBcc: x@example.org', 'Ana Bcc x example.org'],
    ['\u{202e}anA\u{200f}', 'anA'],
    ['x'.repeat(300), `${'x'.repeat(99)}…`],
    ['<>', ''],
  ])('makes of %j: %j', (name, clean) => {
    expect(headerName(name)).toBe(clean)
  })
})

describe('headerPeople', () => {
  it('names an organizer without a name by the address', () => {
    const event = { ...PLANNING, organizer: { email: 'ana@example.com', name: null } }
    expect(headerPeople(sampleContent({ event })).from.name).toBe('ana@example.com via AstralisOps Scheduling')
  })

  it('has nobody to answer to where the organizer reads it, or has no usable address', () => {
    for (const email of ['ben@example.com', 'x@example.com\r\nBcc: y@example.org']) {
      const event = { ...PLANNING, organizer: { email, name: 'Ana' } }
      expect(headerPeople(sampleContent({ event })).replyTo).toBeNull()
    }
  })

  it.each(['', 'ana', 'a@b@c', 'a@b\n', 'Ana <a@b>', 'a@b,c@d', 'a\u{202e}@b', `${'a'.repeat(260)}@b`])(
    'refuses to send to %j',
    (email) => {
      const recipient = { email, name: null, timeZone: 'UTC' }
      expect(() => headerPeople(sampleContent({ recipient }))).toThrow(RangeError)
    },
  )
})

describe('subjectOf', () => {
  it('cuts the title, never the time, and never through a character', () => {
    const subject = subjectOf(sampleContent({ event: { ...PLANNING, title: '😀'.repeat(5000) } }))
    expect(Array.from(subject).length).toBe(200)
    expect(subject).toMatch(/^Invitation: 😀+…, Tue 10 Mar 2026 10:00 \(Europe\/Berlin\)$/u)
  })

  it('is one line', () => {
    const event = { ...PLANNING, title: 'A\r\nBcc: x@example.org\0\u{202e}' }
    expect(subjectOf(sampleContent({ event }))).toMatch(/^Invitation: A Bcc: x@example.org, Tue /)
  })
})

describe('shorten', () => {
  it('leaves what is short enough', () => {
    expect(['abc', '😀😀😀', 'abcd'].map((text) => shorten(text, 3))).toEqual(['abc', '😀😀😀', 'ab…'])
  })
})
