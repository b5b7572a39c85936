import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { CalendarEvent, CalendarParticipant, CalendarTimes } from '@astralis/core/ical/calendar-event'
import { sample } from '@astralis/core/recurrence/testing/recurrence-arbitrary'
import { epochOf, epochToWall, formatWall, parseWall } from '@astralis/core/recurrence/wall-time'
import { canonicalRecurrence } from '@astralis/core/sync/canonical-recurrence'
import { differingGroups } from '@astralis/core/sync/field-groups'
import { readDescription, writeDescription } from './google-description.ts'
import type { CalendarOwner } from './google-people.ts'
import { readText } from './google-text.ts'
import { readGoogleEvent } from './read-google-event.ts'
import { writeGroups, writeNewEvent } from './write-google-event.ts'

const access = { accountEmail: 'ana@gmail.example', memberEmail: 'ana@astralis.example' }
const calendar = {
  remoteId: 'ana@gmail.example',
  timeZone: 'Europe/Berlin',
  accessRole: 'owner' as const,
}
const owner: CalendarOwner = { calendar, access }
const GROUPS = ['time', 'text', 'status', 'people'] as const
const timed = {
  id: 'abcde',
  status: 'confirmed',
  start: { dateTime: '2026-03-10T09:00:00+01:00', timeZone: 'Europe/Berlin' },
  end: { dateTime: '2026-03-10T10:00:00+01:00', timeZone: 'Europe/Berlin' },
}

function readEvent(fields: object, reading = owner): CalendarEvent {
  const item = readGoogleEvent({ ...timed, ...fields }, reading)
  if (!item?.event) throw new Error(`Expected an event, got ${JSON.stringify(item)}.`)
  return item.event
}

const problemOf = (fields: object) => readGoogleEvent({ ...timed, ...fields }, owner)?.problem

const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Pacific/Apia']

/** Times that clocks show: from instants of 1990 to 2037. */
const timedTimes = fc
  .record({
    minutes: fc.integer({ min: 20 * 525_960, max: 67 * 525_960 }),
    length: fc.integer({ min: 90, max: 9000 }),
    timeZone: fc.constantFrom(...ZONES),
  })
  .map(({ minutes, length, timeZone }): CalendarTimes => {
    const wall = (epoch: number) => formatWall(epochToWall(timeZone, epoch * 60_000))
    return { allDay: false, startsAt: wall(minutes), endsAt: wall(minutes + length), timeZone }
  })
  .filter(({ startsAt, endsAt, timeZone }) => isFirst(startsAt, timeZone) && isFirst(endsAt, timeZone))

function isFirst(wall: string, timeZone: string | null): boolean {
  return formatWall(epochToWall(timeZone ?? 'UTC', epochOf(timeZone ?? 'UTC', parseWall(wall)))) === wall
}

const wholeDays = fc
  .record({ day: fc.integer({ min: -700_000, max: 2_900_000 }), length: fc.integer({ min: 1, max: 20 }) })
  .map(({ day, length }): CalendarTimes => ({
    allDay: true,
    startsAt: formatWall(day * 86_400_000),
    endsAt: formatWall((day + length) * 86_400_000),
    timeZone: null,
  }))

const noOriginal = { recurrence: null, originalStartsAt: null, originalTimeZone: null }
const single = fc.oneof(timedTimes, wholeDays).map((times) => ({ ...times, ...noOriginal }))
const series = fc.tuple(sample({ timeZones: ZONES }), fc.boolean()).map(([{ series, start }, allDay]) => {
  const wall = allDay ? start - (start % 86_400_000) : start
  const times = {
    allDay,
    startsAt: formatWall(wall),
    endsAt: formatWall(wall + 86_400_000),
    timeZone: allDay ? null : series.timeZone,
  }
  return { ...times, ...noOriginal, recurrence: canonicalRecurrence(series.rules, times) }
})
const seriesThatClocksShow = series.filter(
  ({ startsAt, endsAt, timeZone }) => isFirst(startsAt, timeZone) && isFirst(endsAt, timeZone),
)

const text = fc
  .array(
    fc.oneof(
      fc.string({ maxLength: 10, unit: 'binary' }),
      fc.string({ maxLength: 20 }),
      fc.constantFrom('\n', '\n\n', '<b>', '</a>', '<br>', '&amp;', '&lt;', '&#10;', '<', '😀', '\u{2028}', ' ', '\t'),
      fc.constantFrom('Meeting link: https://meet.example/a', '<a href="x">y</a>', '<li>', '<span>', '</span>'),
    ),
    { maxLength: 8 },
  )
  .map((pieces) => readText(pieces.join('')))
const line = text.map((value) => readText(value.replaceAll(/[\n\t]/g, ' ')))
const orNull = (value: fc.Arbitrary<string>) => fc.option(value.map((given) => given || 'x'))

const participant = fc
  .record({
    email: fc.emailAddress({ size: 'small' }).map((address) => address.toLowerCase().replaceAll(/[^a-z0-9@.]/g, 'x')),
    name: fc.constant(null),
    status: fc.constantFrom('pending' as const, 'accepted' as const, 'declined' as const, 'tentative' as const),
    isOptional: fc.boolean(),
  })
  .filter(({ email }) => /^[a-z0-9]+(\.[a-z0-9]+)*@[a-z0-9]+(\.[a-z0-9]+)*\.[a-z]{2,}$/.test(email))

const self = participant.map((person): CalendarParticipant => ({ ...person, email: access.memberEmail }))
const people = fc
  .tuple(self, fc.uniqueArray(participant, { maxLength: 4, selector: ({ email }) => email }))
  .map(([first, others]) => [first, ...others])

const link = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom('https://meet.example/a', `https://meet.example/${'long'.repeat(450)}`, 'http://ü.example/&amp;<b>'),
)

const calendarEvent: fc.Arbitrary<CalendarEvent> = fc
  .record({
    times: fc.oneof(single, seriesThatClocksShow),
    title: line.map((title) => title || 'x'),
    description: orNull(text),
    location: orNull(line),
    meetingLink: fc.option(link),
    status: fc.constantFrom('CONFIRMED' as const, 'TENTATIVE' as const),
    showsAs: fc.constantFrom('BUSY' as const, 'FREE' as const),
    participants: people,
  })
  .map(({ times, ...event }) => ({
    uid: 'abcde',
    sequence: 0,
    ...times,
    ...event,
    organizer: { email: access.memberEmail, name: null },
  }))

describe('what we write', () => {
  test('is read as the same, in all groups', () => {
    fc.assert(
      fc.property(calendarEvent, (event) => {
        const written = writeNewEvent({ remoteId: 'abcde', ownId: 'own', event }, owner)
        // Google makes the calendar the organizer.
        const stored = { ...written, organizer: { email: access.accountEmail, self: true } }
        const item = readGoogleEvent(JSON.parse(JSON.stringify(stored)), owner)
        if (!item?.event) throw new Error(item?.problem ?? 'No event.')
        expect({ ...item.event, participants: [] }).toEqual({ ...event, participants: [] })
        expect(differingGroups(item.event, event)).toEqual([])
        expect(item.ownId).toBe('own')
      }),
      { numRuns: 1000 },
    )
  })

  test('is written the same again once it was read', () => {
    fc.assert(
      fc.property(calendarEvent, (event) => {
        const written = writeGroups(event, GROUPS, owner)
        const read = readGoogleEvent({ id: 'abcde', ...JSON.parse(JSON.stringify(written)) }, owner)?.event
        expect(read && writeGroups(read, GROUPS, owner)).toEqual(written)
      }),
    )
  })

  it('is nothing but the groups that changed', () => {
    const event = readEvent({ summary: 'Review' })
    expect(Object.keys(writeGroups(event, ['status'], owner))).toEqual(['status', 'transparency'])
    expect(Object.keys(writeGroups(event, ['people'], owner))).toEqual(['attendees'])
    expect(Object.keys(writeGroups(event, ['time'], owner))).toEqual(['start', 'end', 'recurrence'])
    expect(Object.keys(writeGroups(event, ['text'], owner))).toEqual([
      'summary',
      'description',
      'location',
      'extendedProperties',
    ])
  })

  it('names the zone of the dates of a series', () => {
    const recurrence = 'RRULE:FREQ=DAILY;UNTIL=20260320T080000Z\nEXDATE:20260312T090000,20260313T090000'
    const event = { ...readEvent({}), recurrence }
    expect(writeGroups(event, ['time'], owner).recurrence).toEqual([
      'RRULE:FREQ=DAILY;UNTIL=20260320T080000Z',
      'EXDATE;TZID=Europe/Berlin:20260312T090000,20260313T090000',
    ])
  })

  it('keeps a line of the description that is like our own', () => {
    const meetingLink = 'https://meet.example/a'
    const event = { ...readEvent({}), meetingLink, description: `Meeting link: ${meetingLink}\nAgenda` }
    const written = writeGroups(event, GROUPS, owner)
    expect(readGoogleEvent({ ...written, id: 'abcde' }, owner)?.event).toMatchObject({
      meetingLink,
      description: event.description,
    })
  })

  it('keeps no title that nobody gave', () => {
    expect(writeGroups(readEvent({}), ['text'], owner).summary).toBe('')
  })
})

test('reading never throws, whatever the JSON', () => {
  const keys = ['id', 'status', 'start', 'end', 'recurrence', 'attendees', 'organizer', 'originalStartTime', 'sequence']
  const odd = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('cancelled', '9999-12-31', '0000-01-01', '2026-02-30', '2026-03-10T09:00:00+99:99', 'RRULE:FREQ=X'),
    fc.record({ dateTime: fc.constantFrom('9999-12-31T23:59:59-12:00', '0001-01-01T00:00:00+12:00', 'T', '') }),
    fc.record({ date: fc.constantFrom('9999-12-31', '0000-01-01', '2026-02-30', '+012026-01-01') }),
    fc.array(fc.constantFrom('RRULE:FREQ=DAILY;UNTIL=99999999', 'EXDATE:x', 'RDATE;VALUE=DATE:20260101', 'EXRULE:x')),
  )
  const event = fc.dictionary(fc.constantFrom(...keys), odd).map((fields) => ({ ...timed, ...fields }))
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), event), (value) => {
      const item = readGoogleEvent(value, owner)
      if (!item) return
      const { remoteId, event, problem } = item
      expect(remoteId).not.toBe('')
      expect([event, problem]).toContain(null)
      expect(event === null || event.startsAt < event.endsAt).toBe(true)
    }),
    { numRuns: 3000 },
  )
})

describe('times', () => {
  it.each([
    ['in the zone of the event', {}, ['2026-03-10T09:00:00', 'Europe/Berlin']],
    [
      'in the calendar’s, where the event’s is unknown',
      { start: { ...timed.start, timeZone: 'Mars/Olympus' } },
      ['2026-03-10T09:00:00', 'Europe/Berlin'],
    ],
    [
      'without an offset',
      { start: { dateTime: '2026-03-10T04:00:00', timeZone: 'America/New_York' } },
      ['2026-03-10T04:00:00', 'America/New_York'],
    ],
    [
      'in UTC, where the clock shows the hour for the second time',
      {
        start: { dateTime: '2026-10-25T02:30:00+01:00', timeZone: 'Europe/Berlin' },
        end: { dateTime: '2026-10-25T03:30:00+01:00', timeZone: 'Europe/Berlin' },
      },
      ['2026-10-25T01:30:00', 'UTC'],
    ],
    [
      'of whole days, without a zone',
      { start: { date: '2026-03-10' }, end: { date: '2026-03-12' } },
      ['2026-03-10T00:00:00', null],
    ],
  ])('are %s', (_case, fields, expected) => {
    const { startsAt, timeZone } = readEvent(fields)
    expect([startsAt, timeZone]).toEqual(expected)
  })

  it.each([
    ['no start', { start: undefined }, /start/],
    ['no end', { end: {} }, /end/],
    ['an end at the start', { end: timed.start }, /after its start/],
    ['a date that ends at a time', { start: { date: '2026-03-10' } }, /end/],
    ['a year before 1', { start: { date: '0000-03-10' }, end: { date: '2026-03-10' } }, /years|start/],
    ['a rule that is not supported', { recurrence: ['RRULE:FREQ=HOURLY'] }, /HOURLY/],
    ['an EXRULE', { recurrence: ['RRULE:FREQ=DAILY', 'EXRULE:FREQ=WEEKLY'] }, /EXRULE/],
    ['two rules', { recurrence: ['RRULE:FREQ=DAILY', 'RRULE:FREQ=WEEKLY'] }, /once/],
    ['an exception of no occurrence', { recurringEventId: 'series' }, /which occurrence/],
  ])('of %s are a problem', (_case, fields, expected) => {
    expect(problemOf(fields)).toMatch(expected)
  })
})

describe('series', () => {
  it.each([
    [
      ['EXDATE;TZID=Europe/Berlin:20260312T090000', 'RRULE:FREQ=DAILY;UNTIL=20260320T080000Z'],
      'RRULE:FREQ=DAILY;UNTIL=20260320T080000Z\nEXDATE:20260312T090000',
    ],
    [['RRULE:FREQ=DAILY', 'EXDATE:20260312T080000Z'], 'RRULE:FREQ=DAILY\nEXDATE:20260312T090000'],
    [['RRULE:FREQ=DAILY', 'EXDATE;VALUE=DATE:20260312'], 'RRULE:FREQ=DAILY\nEXDATE:20260312T090000'],
    [['RRULE:FREQ=DAILY;UNTIL=20260312'], 'RRULE:FREQ=DAILY;UNTIL=20260312T225959Z'],
  ])('%j', (recurrence, expected) => {
    expect(readEvent({ recurrence }).recurrence).toBe(expected)
  })

  it('of whole days have dates alone', () => {
    const days = { start: { date: '2026-03-10' }, end: { date: '2026-03-11' } }
    const recurrence = ['RRULE:FREQ=DAILY;UNTIL=20260320', 'EXDATE;VALUE=DATE:20260313', 'EXDATE:20260312T000000']
    expect(readEvent({ ...days, recurrence }).recurrence).toBe(
      'RRULE:FREQ=DAILY;UNTIL=20260320\nEXDATE;VALUE=DATE:20260312,20260313',
    )
  })

  it('know their exceptions by the original start', () => {
    const originalStartTime = { dateTime: '2026-03-11T09:00:00+01:00', timeZone: 'Europe/Berlin' }
    const item = readGoogleEvent({ ...timed, recurringEventId: 'series', originalStartTime }, owner)
    expect(item?.exceptionOf).toEqual({ seriesRemoteId: 'series', originalStart: '2026-03-11T08:00:00Z' })
    expect(item?.event?.originalStartsAt).toBe('2026-03-11T09:00:00')
    expect(item?.event?.originalTimeZone).toBe('Europe/Berlin')
  })

  it('know a cancelled occurrence that has nothing but its id', () => {
    const item = readGoogleEvent({ id: 'series_20260311', status: 'cancelled', recurringEventId: 'series' }, owner)
    expect(item).toMatchObject({ exceptionOf: { originalStart: '2026-03-11' }, event: null, problem: null, etag: null })
  })
})

describe('people', () => {
  const organizer = { email: 'ben@example.com', displayName: 'Ben' }

  it('are the organizer alone, where nobody is invited', () => {
    const event = readEvent({ organizer: { email: 'ana@gmail.example', self: true } })
    expect(event.organizer?.email).toBe(access.memberEmail)
    expect(event.participants).toEqual([
      { email: access.memberEmail, name: null, status: 'accepted', isOptional: false },
    ])
  })

  it('have the account under our own address', () => {
    const attendees = [
      { email: 'BEN@example.com', responseStatus: 'accepted', organizer: true },
      { email: 'Ana@gmail.example', responseStatus: 'needsAction', optional: true },
      { displayName: 'Nobody' },
      { email: 'room@resource.calendar.google.com', resource: true, responseStatus: 'accepted' },
    ]
    const event = readEvent({ organizer, attendees })
    expect(event.organizer).toEqual({ email: 'ben@example.com', name: 'Ben' })
    expect(event.participants.map(({ email, status, isOptional }) => [email, status, isOptional])).toEqual([
      ['ben@example.com', 'accepted', false],
      [access.memberEmail, 'pending', true],
      ['room@resource.calendar.google.com', 'accepted', false],
    ])
    const written = writeGroups(event, ['people'], owner).attendees ?? []
    expect(written.map(({ email }) => email)).toEqual([
      'ben@example.com',
      'ana@gmail.example',
      'room@resource.calendar.google.com',
    ])
    expect(written[2]?.resource).toBe(true)
  })

  it.each(['team@group.calendar.google.com', 'unknownorganizer@calendar.google.com'])('are ours for %s', (email) => {
    expect(readEvent({ organizer: { email } }).organizer?.email).toBe(access.memberEmail)
  })

  it('are one person, who was invited under both addresses', () => {
    const person = { name: null, status: 'accepted' as const, isOptional: false }
    const emails = ['ben@example.com', 'ana@gmail.example', 'ana@astralis.example']
    const event = { ...readEvent({}), participants: emails.map((email) => ({ ...person, email })) }
    const written = writeGroups(event, ['people'], owner).attendees ?? []
    expect(written.map(({ email }) => email)).toEqual(['ben@example.com', 'ana@gmail.example'])
  })

  it('are a colleague’s in a calendar that the colleague shares', () => {
    const shared = { access, calendar: { ...calendar, remoteId: 'cleo@example.com', accessRole: 'reader' as const } }
    const event = readEvent({ organizer: { email: 'cleo@example.com', self: true } }, shared)
    expect(event.participants.map(({ email }) => email)).toEqual(['cleo@example.com'])
  })

  it.each([
    ['all', {}, 'owner'],
    ['all', { organizer, guestsCanModify: true }, 'writer'],
    ['answer', { organizer, attendees: [{ email: 'ana@gmail.example', self: true }] }, 'owner'],
    ['none', { organizer }, 'owner'],
    ['none', {}, 'reader'],
    ['none', {}, 'freeBusyReader'],
    ['none', { visibility: 'private' }, 'writer'],
    ['none', { eventType: 'birthday' }, 'owner'],
    ['none', { eventType: 'fromGmail' }, 'owner'],
  ] as const)('may write %s of %j as %s', (expected, fields, accessRole) => {
    const item = readGoogleEvent({ ...timed, ...fields }, { access, calendar: { ...calendar, accessRole } })
    expect(item?.writeAccess).toBe(expected)
  })
})

describe('text', () => {
  it.each([
    ['plain & <simple> text, 1 < 2', 'plain & <simple> text, 1 < 2'],
    ['a<br>b<br/>c', 'a\nb\nc'],
    ['<p>One</p><p>Two &amp; three&nbsp;&#128512;</p>', 'One\nTwo & three 😀'],
    ['<ul><li>a</li><li>b</li></ul>', '- a\n- b'],
    ['<a href="https://x.example">https://x.example</a>', 'https://x.example'],
    ['<a href="https://x.example" target="_blank">here</a>', 'here (https://x.example)'],
    ['<script>x</script><b>y</b>', '<script>x</script>y'],
  ])('%j is %j', (html, expected) => {
    expect(readDescription(html)).toBe(expected)
  })

  test('is read as it was written', () => {
    fc.assert(fc.property(text, (value) => readDescription(writeDescription(value)) === value))
  })

  it('takes the conference for the link, unless we wrote one', () => {
    const conferenceData = { entryPoints: [{ entryPointType: 'video', uri: 'https://zoom.example/1' }] }
    expect(readEvent({ hangoutLink: 'https://meet.example/x' }).meetingLink).toBe('https://meet.example/x')
    expect(readEvent({ hangoutLink: 'javascript:alert(1)' }).meetingLink).toBeNull()
    expect(readEvent({ conferenceData, hangoutLink: 'https://meet.example/x' }).meetingLink).toBe(
      'https://zoom.example/1',
    )
    const own = {
      conferenceData,
      description: 'Agenda<br><br>Meeting link: <a href="https://a.example">https://a.example</a><br>P.S.',
      extendedProperties: { private: { astralisMeetingLink: 'https://a.example' } },
    }
    expect(readEvent(own)).toMatchObject({ meetingLink: 'https://a.example', description: 'Agenda\nP.S.' })
    const removed = { ...own, description: 'Agenda' }
    expect(readEvent(removed).meetingLink).toBe('https://zoom.example/1')
  })

  it('is “Busy” for who may see no more', () => {
    const shared = { access, calendar: { ...calendar, accessRole: 'freeBusyReader' as const } }
    expect(readEvent({}, shared).title).toBe('Busy')
    expect(readEvent({}).title).toBe('(No title)')
  })

  it('takes no time for where somebody works', () => {
    expect(readEvent({ eventType: 'workingLocation' }).showsAs).toBe('FREE')
    expect(readEvent({ eventType: 'outOfOffice' }).showsAs).toBe('BUSY')
  })
})
