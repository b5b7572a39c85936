import { describe, expect, it } from 'vitest'
import { parseCalendar } from './parse-calendar.ts'
import { calendarOf, eventOf, readOne } from './testing/event-lines.ts'

const TIMES = ['DTSTART:20260317T090000Z', 'DTEND:20260317T100000Z']
const MEETING = eventOf(...TIMES, 'SUMMARY:Meeting')
const titlesOf = (text: string) => parseCalendar(text).events.map(({ title }) => title)
const problemsOf = (text: string) => parseCalendar(text).problems

describe('a file', () => {
  it('is read without a problem', () => {
    expect(parseCalendar(calendarOf(MEETING))).toEqual({
      events: [
        {
          uid: '1',
          sequence: 0,
          title: 'Meeting',
          description: null,
          location: null,
          meetingLink: null,
          allDay: false,
          startsAt: '2026-03-17T09:00:00',
          endsAt: '2026-03-17T10:00:00',
          timeZone: 'UTC',
          recurrence: null,
          originalStartsAt: null,
          originalTimeZone: null,
          status: 'CONFIRMED',
          showsAs: 'BUSY',
          organizer: null,
          participants: [],
        },
      ],
      problems: [],
    })
  })

  it.each([
    ['LF', (text: string) => text.replaceAll('\r\n', '\n')],
    ['CR', (text: string) => text.replaceAll('\r\n', '\r')],
    ['CR CR LF', (text: string) => text.replaceAll('\r\n', '\r\r\n')],
    ['a mix', (text: string) => text.replace('\r\n', '\n').replace('\r\n', '\r')],
    ['no last end of line', (text: string) => text.trim()],
    ['a byte order mark', (text: string) => `\u{feff}${text}`],
    ['lower case', (text: string) => text.toLowerCase().replace('meeting', 'Meeting')],
    ['empty lines', (text: string) => text.replaceAll('\r\n', '\r\n\r\n')],
    ['folds by tabs', (text: string) => text.replace('Meeting', 'Mee\r\n\tting')],
    ['a fold in a name', (text: string) => text.replace('SUMMARY', 'SUM\r\n MARY')],
    ['a fold after an empty line', (text: string) => text.replace('Meeting', 'Mee\r\n\r\n ting')],
    ['two calendars', (text: string) => text + calendarOf()],
    ['another component around it', () => calendarOf('BEGIN:X-GROUP', MEETING, 'END:X-GROUP')],
    ['other components beside it', () => calendarOf('BEGIN:VTODO', 'UID:2', 'nonsense', 'END:VTODO', MEETING)],
    [
      'an alarm in it',
      (text: string) => text.replace('SUMMARY', 'BEGIN:VALARM\r\nSUMMARY:No\r\nEND:VALARM\r\nSUMMARY'),
    ],
  ])('with %s means the same', (_, change) => {
    expect(parseCalendar(change(calendarOf(MEETING)))).toEqual(parseCalendar(calendarOf(MEETING)))
  })

  it.each([
    ['nothing', '', [[undefined, 'Expected BEGIN:VCALENDAR']]],
    [
      'another format',
      '{"a": 1}\n',
      [
        [undefined, 'Expected BEGIN:VCALENDAR'],
        [1, 'Expected BEGIN before'],
      ],
    ],
    ['an event alone', MEETING, [[undefined, 'Expected BEGIN:VCALENDAR']]],
    [
      'no END',
      calendarOf(MEETING).replaceAll(/^END.*\r\n/gm, ''),
      [
        [1, 'Expected "END:VCALENDAR"'],
        [2, 'Expected "END:VEVENT"'],
      ],
    ],
    ['a wrong END', calendarOf(MEETING, 'END:VTODO'), [[8, '"END:VTODO" has no BEGIN']]],
    [
      'a line that is none',
      calendarOf('X', MEETING, 'Y'),
      [[2, 'Expected NAME:value in VCALENDAR, found "X". Left out with 1 more']],
    ],
    ['NUL', calendarOf(MEETING).replace('Meeting', 'Mee\0ting'), [[undefined, 'Control characters']]],
  ])('with %s is read with problems', (_, text, expected) => {
    const problems = problemsOf(text)
    expect(problems.map(({ line }) => line)).toEqual(expected.map(([line]) => line))
    for (const [index, [, message]] of expected.entries()) expect(problems[index]?.message).toContain(message)
    expect(titlesOf(text)).toEqual(text.includes('VEVENT') ? ['Meeting'] : [])
  })

  it.each([
    ['without an END', calendarOf('BEGIN:VEVENT', 'UID:0', ...TIMES, 'SUMMARY:First', MEETING)],
    [
      'in an alarm without an END',
      calendarOf('BEGIN:VEVENT', 'UID:0', ...TIMES, 'SUMMARY:First', 'BEGIN:VALARM', MEETING),
    ],
  ])('an event %s costs no other one', (_, text) => {
    expect(titlesOf(text)).toEqual(['First', 'Meeting'])
    expect(problemsOf(text).map(({ line }) => line)).toContain(2)
  })

  it('an event without a start is a problem at its line, and the others are events', () => {
    const text = calendarOf(eventOf('SUMMARY:Never'), eventOf('DTSTART:tomorrow'), MEETING)
    expect(titlesOf(text)).toEqual(['Meeting'])
    expect(problemsOf(text)).toEqual([
      { line: 2, message: 'Expected DTSTART with a date or a time; the event is left out.' },
      { line: 6, message: 'Expected DTSTART with a date or a time; the event is left out.' },
      { line: 8, message: 'Expected a date or a time in DTSTART, found "tomorrow"; it is left out.' },
    ])
  })

  it('a cancellation cancels its events', () => {
    const cancelled = parseCalendar(calendarOf('METHOD:CANCEL', MEETING) + calendarOf('METHOD:REQUEST', MEETING))
    expect(cancelled.events.map(({ status }) => status)).toEqual(['CANCELLED', 'CONFIRMED'])
  })
})

describe('a property', () => {
  it.each([
    [String.raw`SUMMARY:One\, two\; three\\ four\nfive`, { title: 'One, two; three\\ four five' }],
    ['SUMMARY;LANGUAGE=de;ALTREP="https://example.com/;:":Titel: eins', { title: 'Titel: eins' }],
    ['SUMMARY;;X=:Odd', { title: 'Odd' }],
    ['SUMMARY;X:Odd', { title: 'Odd' }],
    ['SUMMARY;X="a:b","c:d":Odd', { title: 'Odd' }],
    ['SUMMARY;X="never closed:Odd', { title: 'Odd' }],
    ['SUMMARY ; X = 1 :Odd', { title: 'Odd' }],
    [String.raw`DESCRIPTION:One\nTwo\NThree`, { description: 'One\nTwo\nThree' }],
    ['DESCRIPTION:', { description: null }],
    ['LOCATION:Room\\n1', { location: 'Room 1' }],
    ['URL:https://example.com/a,b;c', { meetingLink: 'https://example.com/a,b;c' }],
    ['SEQUENCE:12', { sequence: 12 }],
    ['STATUS:tentative', { status: 'TENTATIVE' }],
    ['TRANSP:TRANSPARENT', { showsAs: 'FREE' }],
    ['ORGANIZER;CN=Ana:MAILTO:Ana@Example.com', { organizer: { email: 'ana@example.com', name: 'Ana' } }],
    ['ORGANIZER;EMAIL=ana@example.com:urn:uuid:1', { organizer: { email: 'ana@example.com', name: null } }],
    [
      `ORGANIZER;CN="A ^'B^' ^^ C^nD; E":mailto:a@example.com`,
      { organizer: { email: 'a@example.com', name: 'A "B" ^ C D; E' } },
    ],
  ])('%s is read', (line, expected) => {
    const { event, problems } = readOne([line, ...TIMES])
    expect(event).toMatchObject(expected)
    expect(problems).toEqual([])
  })

  it('ATTENDEE is read with its answer and its role', () => {
    const { event, problems } = readOne([
      ...TIMES,
      'ATTENDEE;CN=Ana;PARTSTAT=ACCEPTED:mailto:ana@example.com',
      'attendee;partstat=declined;role=opt-participant:mailto:ben@example.com',
      'ATTENDEE;PARTSTAT=X-LATER;ROLE=CHAIR:cleo@example.com',
      'ATTENDEE;PARTSTAT=DELEGATED:mailto:dan@example.com',
      'ATTENDEE;PARTSTAT=TENTATIVE;ROLE=NON-PARTICIPANT:mailto:eve@example.com',
    ])
    expect(event.participants).toEqual([
      { email: 'ana@example.com', name: 'Ana', status: 'accepted', isOptional: false },
      { email: 'ben@example.com', name: null, status: 'declined', isOptional: true },
      { email: 'cleo@example.com', name: null, status: 'pending', isOptional: false },
      { email: 'dan@example.com', name: null, status: 'declined', isOptional: false },
      { email: 'eve@example.com', name: null, status: 'tentative', isOptional: true },
    ])
    expect(problems).toEqual([])
  })

  it.each([
    ['UID:2', 'Expected UID once'],
    ['SEQUENCE:many', 'Expected a whole number in SEQUENCE'],
    ['STATUS:PERHAPS', 'Expected CONFIRMED, TENTATIVE, CANCELLED in STATUS, found "PERHAPS"'],
    ['URL:javascript:alert(1)', 'Expected a web address in URL'],
    ['ORGANIZER:nobody', 'Expected an e-mail address in ORGANIZER, found "nobody"'],
    ['ATTENDEE:tel:+15550100', 'Expected an e-mail address in ATTENDEE'],
    ['ATTENDEE:mailto:a@example.com\r\nATTENDEE:mailto:A@example.com', 'a@example.com is an ATTENDEE already'],
    ['EXRULE:FREQ=DAILY', 'EXRULE was removed'],
    ['RRULE:', 'Expected a rule in RRULE'],
    ['SUMMARY', 'Expected NAME:value in VEVENT, found "SUMMARY"'],
  ])('%s is a problem, and the event stays', (line, message) => {
    const { event, problems } = readOne([...TIMES, line])
    expect(event).toMatchObject({
      uid: '1',
      sequence: 0,
      status: 'CONFIRMED',
      meetingLink: null,
      organizer: null,
      recurrence: null,
    })
    expect(problems).toEqual([expect.stringContaining(message)])
  })

  it('an event without a UID stays', () => {
    const { events, problems } = parseCalendar(calendarOf(MEETING.replace('UID:1\r\n', '')))
    expect(events).toMatchObject([{ uid: null, title: 'Meeting' }])
    expect(problems).toMatchObject([{ line: 2, message: expect.stringContaining('UID') }])
  })
})
