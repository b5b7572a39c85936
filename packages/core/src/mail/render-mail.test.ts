import { describe, expect, it } from 'vitest'
import { parseCalendar } from '../ical/parse-calendar.ts'
import { Temporal } from '../temporal.ts'
import type { MailContent } from './mail-content.ts'
import { renderMail } from './render-mail.ts'
import { readSkeleton } from './testing/html-skeleton.ts'
import { movedOccurrence, PLANNING, sampleContent, WEEKLY } from './testing/sample-content.ts'

const render = (changes: Partial<MailContent> = {}) => renderMail(sampleContent(changes))

/** Every word of the page on one line. */
const wordsOf = (html: string) => readSkeleton(html).texts.join(' ').replaceAll(/\s+/g, ' ')

describe('an invitation', () => {
  const mail = render()

  it('says what, when, where and who', () => {
    expect(mail.subject).toBe('Invitation: Planning, Tue 10 Mar 2026 10:00 (Europe/Berlin)')
    expect(mail.text).toBe(
      [
        'Invitation: Planning',
        '',
        'You are invited by Ana Lopes.',
        '',
        'When: Tuesday, 10 March 2026, 10:00 – 11:00, Europe/Berlin (Central European Standard Time)',
        'Where: Room 2',
        'Meeting link: https://meet.example.com/planning?a=1&b=2',
        'Organizer: Ana Lopes (ana@example.com)',
        'Who takes part: Ana Lopes, Ben Okafor, cleo@example.com (optional)',
        'Description:',
        '  Bring your numbers.',
        '',
        '  We begin on time.',
        '',
        'Will you take part?',
        '  Yes: https://scheduling.astralis.example/answer/abc?answer=accepted',
        '  No: https://scheduling.astralis.example/answer/abc?answer=declined',
        '  Maybe: https://scheduling.astralis.example/answer/abc?answer=tentative',
        'The page that opens asks you once more before your answer counts.',
        '',
        '-- ',
        'Sent by AstralisOps Scheduling on behalf of Ana Lopes.',
        'This invitation is for ben@example.com; forwarding it lets others answer for you.',
        '',
      ].join('\n'),
    )
  })

  it('comes from the sender, and is answered to the organizer', () => {
    expect(mail.from).toEqual({ email: 'scheduling@astralis.example', name: 'Ana Lopes via AstralisOps Scheduling' })
    expect(mail.to).toEqual({ email: 'ben@example.com', name: 'Ben Okafor' })
    expect(mail.replyTo).toEqual({ email: 'ana@example.com', name: 'Ana Lopes' })
  })

  it('has a request whose organizer is the sending address', () => {
    expect(mail.calendar?.method).toBe('REQUEST')
    expect(mail.calendar?.content).toContain('ORGANIZER;CN=Ana Lopes:mailto:scheduling@astralis.example\r\n')
    const [event] = parseCalendar(mail.calendar?.content ?? '').events
    expect(event).toMatchObject({ uid: PLANNING.uid, startsAt: '2026-03-10T09:00:00', timeZone: 'UTC' })
    expect(event?.participants).toEqual(PLANNING.participants)
  })

  it('has links and nothing that is fetched or run', () => {
    const { tags, links } = readSkeleton(mail.html)
    expect(links).toEqual([
      'https://meet.example.com/planning?a=1&b=2',
      ...['accepted', 'declined', 'tentative'].map(
        (answer) => `https://scheduling.astralis.example/answer/abc?answer=${answer}`,
      ),
    ])
    expect(tags.filter((tag) => /^(?:script|img|link|iframe|form)|\bsrc\b|\bon/.test(tag))).toEqual([])
    expect(mail.html).not.toMatch(/url\(|@import/)
  })

  it('asks nothing where nothing can be answered', () => {
    for (const answerUrl of [null, 'javascript:alert(1)']) {
      const { text, html } = render({ answerUrl })
      expect(text).not.toMatch(/Will you|forwarding/)
      expect(readSkeleton(html).links.length).toBe(1)
    }
  })

  it('leaves out what the event does not have', () => {
    const bare = { ...PLANNING, title: '', description: null, location: null, meetingLink: 'javascript:alert(1)' }
    const { text, subject, replyTo, from } = render({ event: { ...bare, organizer: null, participants: [] } })
    expect(subject).toBe('Invitation: (no title), Tue 10 Mar 2026 10:00 (Europe/Berlin)')
    expect(text).not.toMatch(/Where|link:|Organizer|takes part:|Description|javascript/)
    expect([replyTo, from.name]).toEqual([null, 'AstralisOps Scheduling'])
  })

  it('names a dozen people at most', () => {
    const participants = Array.from({ length: 15 }, (_, index) => ({
      email: `p${index}@example.com`,
      name: null,
      status: 'pending' as const,
      isOptional: false,
    }))
    expect(render({ event: { ...PLANNING, participants } }).text).toMatch(
      /takes part: p0@.*, p11@example.com and 3 more\n/,
    )
  })
})

describe('an update', () => {
  const update = (event: Partial<typeof PLANNING>, previous: Partial<typeof PLANNING> = {}) =>
    render({ kind: 'update', event: { ...PLANNING, ...event }, previous: { ...PLANNING, ...previous } })

  it('shows what was there before', () => {
    const times = { startsAt: '2026-03-11T14:00:00', endsAt: '2026-03-11T15:00:00' }
    const { subject, text, html, calendar } = update({ ...times, location: 'Room 7' })
    expect(subject).toBe('Updated: Planning, Wed 11 Mar 2026 14:00 (Europe/Berlin)')
    expect(text).toContain('The time and place have changed.')
    expect(text).toContain('Where: Room 7\n  was: Room 2\n')
    expect(text).toContain('  was: Tuesday, 10 March 2026, 10:00 – 11:00, Europe/Berlin')
    expect(html).toContain('<s><bdi>Room 2</bdi></s>')
    expect(calendar?.method).toBe('REQUEST')
  })

  it.each([
    [{ title: 'Planning 2' }, 'The title has changed.', 'Title: Planning 2\n  was: Planning\n'],
    [{ location: null }, 'The place has changed.', 'Where: None\n  was: Room 2\n'],
    [{ meetingLink: null }, 'The meeting link has changed.', 'Meeting link: None\n  was: https://meet.example.com/'],
    [{ description: 'Other' }, 'The description has changed.', 'Description (changed): Other\n'],
    [{ description: null }, 'The description has changed.', 'Description (changed): None\n'],
    [
      { recurrence: 'RRULE:FREQ=DAILY;COUNT=3' },
      'The way it repeats has changed.',
      'Repeats (new): Every day, 3 times\n',
    ],
    [
      { participants: PLANNING.participants.slice(0, 2) },
      'The list of participants has changed.',
      'Who takes part: Ana Lopes, Ben Okafor\n  No longer: cleo@example.com (optional)\n',
    ],
    [{ showsAs: 'FREE' as const }, 'This invitation has been updated.', 'Where: Room 2\n'],
  ])('says of %o: %s', (changes, intro, fact) => {
    const { text } = update(changes)
    expect(text).toContain(`\n${intro}\n`)
    expect(text).toContain(fact)
  })

  it('says what is new', () => {
    const { text, html } = update({}, { location: null, participants: PLANNING.participants.slice(0, 1) })
    expect(text).toContain('Where (new): Room 2\n')
    expect(text).toContain('  New: Ben Okafor, cleo@example.com (optional)\n')
    expect(wordsOf(html)).toContain('Where (new) Room 2')
  })

  it('is an answer to nothing where only somebody has answered', () => {
    const participants = PLANNING.participants.map((person) => ({ ...person, status: 'accepted' as const }))
    expect(update({ participants }).text).toContain('This invitation has been updated.')
  })

  it('does without what was told before', () => {
    const { text, subject } = render({ kind: 'update' })
    expect(subject).toBe('Updated: Planning, Tue 10 Mar 2026 10:00 (Europe/Berlin)')
    expect(text).toContain('This invitation has been updated.')
    expect(text).not.toContain('was:')
  })
})

describe('a cancellation', () => {
  const mail = render({ kind: 'cancellation' })

  it('says that it does not take place, and asks nothing', () => {
    expect(mail.subject).toBe('Cancelled: Planning, Tue 10 Mar 2026 10:00 (Europe/Berlin)')
    expect(mail.text).toContain('This has been cancelled and does not take place.')
    expect(mail.text).not.toMatch(/https?:|Will you/)
  })

  it('cancels it in the calendar of everybody', () => {
    expect(mail.calendar?.method).toBe('CANCEL')
    expect(mail.calendar?.content).toContain('\r\nSTATUS:CANCELLED\r\n')
    expect(mail.calendar?.content.match(/\r\nATTENDEE/g)?.length).toBe(3)
  })

  it('of a series writes the series alone', () => {
    const exceptions = [movedOccurrence('2026-03-17T10:00:00', '2026-03-18T10:00:00', '2026-03-18T11:00:00')]
    const { calendar, subject } = render({ kind: 'cancellation', event: WEEKLY, exceptions })
    expect(subject).toBe('Cancelled: Planning, repeating from Tue 10 Mar 2026 10:00 (Europe/Berlin)')
    expect(calendar?.content.match(/BEGIN:VEVENT/g)?.length).toBe(1)
  })
})

describe('a removal', () => {
  it('says that it takes place without them, and leaves it to their calendar alone (RFC 5546, 3.2.5)', () => {
    const { subject, text, calendar } = render({ kind: 'removal', event: { ...PLANNING, status: 'CANCELLED' } })
    expect(subject).toBe('You are no longer taking part: Planning, Tue 10 Mar 2026 10:00 (Europe/Berlin)')
    expect(text).toContain('You do not need to come. It takes place without you.')
    expect(calendar?.content).not.toContain('STATUS')
    expect(calendar?.content.match(/\r\nATTENDEE.*/g)).toEqual([expect.stringContaining('CN=Ben Okafor')])
  })

  it('names them also where they are not in the list any more', () => {
    const { calendar } = render({ kind: 'removal', event: { ...PLANNING, participants: [] } })
    const [event] = parseCalendar(calendar?.content ?? '').events
    expect(event?.participants.map(({ email }) => email)).toEqual(['ben@example.com'])
  })
})

describe('a reminder', () => {
  const remind = (writtenAt: string, event = PLANNING) =>
    render({ kind: 'reminder', writtenAt: Temporal.Instant.from(writtenAt), event })

  it('says how long it still is, and comes from nobody in particular', () => {
    const mail = remind('2026-03-10T08:00:07Z')
    expect(mail.subject).toBe('Reminder: Planning in 1 hour')
    expect(mail.text).toContain('This begins in 1 hour.')
    expect(mail.text).toContain('Change your answer: https://scheduling.astralis.example/answer/abc\n')
    expect(mail.text).not.toContain('Will you')
    expect(mail.from.name).toBe('AstralisOps Scheduling')
    expect([mail.calendar, mail.replyTo?.email]).toEqual([null, 'ana@example.com'])
  })

  it('says that it is one of a series', () => {
    const event = movedOccurrence('2026-03-10T10:00:00', '2026-03-10T10:00:00', '2026-03-10T11:00:00')
    expect(remind('2026-03-10T08:00:00Z', event).text).toContain('\nIt is one of a series.\n')
  })

  it('admits that it is late', () => {
    expect(remind('2026-03-10T09:10:00Z').subject).toBe('Reminder: Planning has begun')
    expect(remind('2026-03-10T09:10:00Z').text).toContain('This has already begun.')
  })
})

describe('a series', () => {
  const moved = movedOccurrence('2026-03-17T10:00:00', '2026-03-18T14:00:00', '2026-03-18T15:00:00')

  it('is told by its rule, its first time and its exceptions', () => {
    const { subject, text, calendar } = render({ event: WEEKLY, exceptions: [moved] })
    expect(subject).toBe('Invitation: Planning, repeating from Tue 10 Mar 2026 10:00 (Europe/Berlin)')
    expect(text).toContain('First time: Tuesday, 10 March 2026, 10:00 – 11:00, Europe/Berlin')
    expect(text).toContain('Repeats: Every Tuesday until 30 June 2026\n')
    expect(text).toContain('Except: moved: Tue 17 Mar 2026 10:00 → Wed 18 Mar 2026 14:00\n')
    expect(calendar?.content).toContain('BEGIN:VTIMEZONE')
    expect(calendar?.content).toContain('RECURRENCE-ID;TZID=Europe/Berlin:20260317T100000')
  })

  it('begins with the first that was not cancelled', () => {
    const event = { ...WEEKLY, recurrence: `${WEEKLY.recurrence}\nEXDATE:20260310T100000,20260317T100000` }
    expect(render({ event }).subject).toContain('repeating from Tue 24 Mar 2026 10:00 (Europe/Berlin)')
    expect(render({ event }).text).toContain('until 30 June 2026, except 2 dates\n')
  })

  it('says whose clocks it goes by where they are not the reader’s', () => {
    const recipient = { email: 'ben@example.com', name: null, timeZone: 'America/New_York' }
    const { text } = render({ event: WEEKLY, recipient })
    expect(text).toContain('Repeats: Every Tuesday until 30 June 2026, by the clocks of Europe/Berlin\n')
    expect(text).toContain(
      'First time: Tuesday, 10 March 2026, 05:00 – 06:00, America/New_York (Eastern Daylight Time)\n',
    )
    expect(text).toContain('  Tuesday, 10 March 2026, 10:00 – 11:00, Europe/Berlin (Central European Standard Time)\n')
  })

  it('of which one occurrence is cancelled keeps the others', () => {
    const { text, calendar } = render({ kind: 'cancellation', event: moved })
    expect(text).toContain('It is one of a series. This mail is about this one only.')
    expect(calendar?.content).toContain('RECURRENCE-ID')
  })
})
