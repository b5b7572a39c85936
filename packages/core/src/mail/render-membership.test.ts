import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Temporal } from '../temporal.ts'
import { type MembershipContent, renderMembership } from './render-membership.ts'
import { readSkeleton } from './testing/html-skeleton.ts'

const CONTENT: MembershipContent = {
  recipientEmail: 'ben@example.com',
  sender: { email: 'calendar@example.org', name: 'AstralisOps' },
  inviter: { email: 'ana@example.com', name: 'Ana' },
  organizationName: 'Studio',
  role: 'OPERATOR',
  expiresAt: Temporal.Instant.from('2026-03-09T08:00:00Z'),
  timeZone: 'Europe/Berlin',
  joinUrl: 'https://calendar.example.org/join/token',
}

describe('H1: an invitation to join', () => {
  it('says who invites, where to, as what, until when and what to do, as HTML and as text', () => {
    const { subject, from, to, replyTo, calendar, text, html } = renderMembership(CONTENT)
    expect({ subject, from, to, replyTo, calendar }).toEqual({
      subject: 'Ana invites you to join Studio',
      from: { email: 'calendar@example.org', name: 'Ana via AstralisOps' },
      to: { email: 'ben@example.com', name: null },
      replyTo: CONTENT.inviter,
      calendar: null,
    })
    expect(text).toBe(
      [
        'Invitation to join: Studio\n',
        'Ana (ana@example.com) invites you to plan and book meetings together.\n',
        'Your role: Operator: you book and change meetings for everybody',
        'Your account: ben@example.com',
        'Valid until: Monday, 9 March 2026, 09:00, Europe/Berlin (Central European Standard Time)\n',
        'Do you want to join?',
        '  Join: https://calendar.example.org/join/token',
        'The link is for you alone: whoever has it can join in your place. Keep it to yourself.\n',
        '-- ',
        'Sent by AstralisOps on behalf of Ana.',
        'If you do not know them, do nothing: there is no account as long as nobody joins.\n',
      ].join('\n'),
    )
    expect(readSkeleton(html).links).toEqual([CONTENT.joinUrl])
    for (const words of ['Ana', 'ana@example.com', 'Studio', 'Operator', '9 March 2026']) expect(html).toContain(words)
  })

  it('is one mail with one link, whatever people and organizations are called', () => {
    const model = renderMembership(CONTENT)
    const expected = readSkeleton(model.html)
    const nasty = fc.constantFrom(
      '\r\nBcc: x@example.org',
      '\n-- \n',
      '\n  Join: https://evil.example',
      '\u{202e}',
      '\0',
      '<script>',
      '"><a href="x">',
      '&',
    )
    const names = fc
      .array(fc.oneof(nasty, fc.string({ unit: 'binary' })), { maxLength: 6 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(names, names, (name, organizationName) => {
        const inviter = { ...CONTENT.inviter, name }
        const { subject, from, to, replyTo, text, html } = renderMembership({ ...CONTENT, inviter, organizationName })
        expect(`${subject}${from.name}${replyTo?.name ?? ''}`).not.toMatch(/\p{Cc}/u)
        expect([from.email, to, replyTo?.email]).toEqual([
          'calendar@example.org',
          { email: 'ben@example.com', name: null },
          'ana@example.com',
        ])
        expect(text).not.toMatch(/[^\P{Cc}\n]|[\u{202a}-\u{202e}\u{2066}-\u{2069}]/u)
        const lines = text.split('\n')
        expect(lines).toHaveLength(model.text.split('\n').length)
        expect(lines.filter((line) => line.startsWith('  Join: '))).toEqual([`  Join: ${CONTENT.joinUrl}`])
        const page = readSkeleton(html)
        expect([page.tags, page.links]).toEqual([expected.tags, expected.links])
      }),
    )
  })
})
