import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeProblem } from '../sync/connection-problem.ts'
import type { NoticeContent } from './render-notice.ts'
import { renderNotice } from './render-notice.ts'
import { readSkeleton } from './testing/html-skeleton.ts'

const CONTENT: NoticeContent = {
  recipient: { email: 'ana@example.com', name: null },
  sender: { email: 'calendar@example.org', name: 'AstralisOps' },
  provider: 'GOOGLE',
  accountEmail: 'ana@gmail.example',
  status: 'NEEDS_REAUTH',
  connectionsUrl: 'https://calendar.example.org/calendar/connections',
}

describe('A6: a notice', () => {
  it.each([
    ['NEEDS_REAUTH', 'CONSENT_WITHDRAWN'],
    ['SCOPES_MISSING', 'SCOPES_MISSING'],
  ] as const)('of %s says what is wrong, what to do and where, as HTML and as text', (status, problem) => {
    const { subject, from, to, replyTo, calendar, text, html } = renderNotice({ ...CONTENT, status })
    expect({ subject, from, to, replyTo, calendar }).toEqual({
      subject: 'Your Google Calendar needs to be connected again',
      from: CONTENT.sender,
      to: CONTENT.recipient,
      replyTo: null,
      calendar: null,
    })
    const { what, remedy } = describeProblem(problem)
    expect(text).toBe(
      [
        'Syncing has stopped: Your Google Calendar needs to be connected again\n',
        `${what}\n`,
        'Account: ana@gmail.example\n',
        remedy,
        '  Connect again: https://calendar.example.org/calendar/connections',
        'Nothing that waits to be sent is lost: it is kept until then.\n',
        '-- ',
        'Sent by AstralisOps because you linked this account.\n',
      ].join('\n'),
    )
    expect(readSkeleton(html).links).toEqual([CONTENT.connectionsUrl])
    for (const words of [what, remedy, CONTENT.accountEmail]) expect(html).toContain(words)
  })

  it('looks the same whatever the account is called', () => {
    const model = renderNotice(CONTENT)
    const nasty = fc.constantFrom(
      '\r\nBcc: x@example.org',
      '\n-- \n',
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
      fc.property(names, (accountEmail) => {
        const { subject, text, html } = renderNotice({ ...CONTENT, accountEmail })
        expect(subject).toBe(model.subject)
        expect(text).not.toMatch(/[^\P{Cc}\n]|[\u{202a}-\u{202e}\u{2066}-\u{2069}]/u)
        expect(text.replace(/^Account: .*$/m, '')).toBe(model.text.replace(/^Account: .*$/m, ''))
        const [page, expected] = [readSkeleton(html), readSkeleton(model.html)]
        expect([page.tags, page.links]).toEqual([expected.tags, expected.links])
      }),
    )
  })
})
