import { calendar } from '@googleapis/calendar'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EVERYTHING, type GoogleForTests, INES, OMAR, startForTests, timed, ZONE } from './google-for-tests.ts'

const EVENTS = '/calendars/primary/events'

let google: GoogleForTests
beforeEach(async () => {
  google = await startForTests()
})
afterEach(() => google.close())

const reasonOf = ({ body }: { body: { error: { errors: { reason: string }[] } } }) => body.error.errors[0]?.reason

describe('insert', () => {
  it('answers with what Google adds, times in the zone of the calendar', async () => {
    const start = { dateTime: '2026-03-10T09:00:00', timeZone: 'America/New_York' }
    const { status, body } = await google.ask(
      'POST',
      EVENTS,
      timed(10, { start, end: { dateTime: '2026-03-10T15:00:00+01:00' } }),
    )
    expect(status).toBe(200)
    expect(body).toMatchObject({
      kind: 'calendar#event',
      status: 'confirmed',
      iCalUID: `${body.id}@google.com`,
      sequence: 0,
      creator: { email: INES, self: true },
      organizer: { email: INES, self: true },
      start: { dateTime: '2026-03-10T14:00:00+01:00', timeZone: 'America/New_York' },
      end: { dateTime: '2026-03-10T15:00:00+01:00', timeZone: ZONE },
    })
    expect(body.htmlLink).toMatch(/^https:/)
  })

  it('takes an id once, even if its event was deleted', async () => {
    const event = timed(10, { id: 'abc01' })
    expect((await google.ask('POST', EVENTS, event)).status).toBe(200)
    expect(reasonOf(await google.ask('POST', EVENTS, event))).toBe('duplicate')
    expect((await google.ask('DELETE', `${EVENTS}/abc01`)).status).toBe(204)
    expect((await google.ask('POST', EVENTS, event)).status).toBe(409)
    expect((await google.as(OMAR)('POST', EVENTS, event)).status).toBe(200)
  })

  it.each([
    ['an id that is too short', { id: 'abc0' }],
    ['an id that is too long', { id: 'a'.repeat(1025) }],
    ['an id that is not base32hex', { id: 'xyz01' }],
    ['an id in capitals', { id: 'ABC01' }],
    ['an id and an iCalUID', { id: 'abc01', iCalUID: 'a@b' }],
    ['no start', { start: undefined }],
    ['no end', { end: undefined }],
    ['a date and a time', { end: { date: '2026-03-11' } }],
    ['both in one', { start: { date: '2026-03-10', dateTime: '2026-03-10T10:00:00Z' } }],
    ['an end before the start', { end: { dateTime: '2026-03-10T09:59:00', timeZone: ZONE } }],
    ['a time without an offset or a zone', { start: { dateTime: '2026-03-10T10:00:00' } }],
    ['a zone that is none', { start: { dateTime: '2026-03-10T10:00:00', timeZone: 'Mars/Olympus' } }],
    ['a date that is none', { start: { date: '2026-13-10' }, end: { date: '2026-13-11' } }],
    [
      'a series without a zone',
      {
        start: { dateTime: '2026-03-10T10:00:00Z' },
        end: { dateTime: '2026-03-10T11:00:00Z' },
        recurrence: ['RRULE:FREQ=DAILY'],
      },
    ],
    ['a rule that is none', { recurrence: ['RRULE:FREQ=SOMETIMES'] }],
    ['a rule without its name', { recurrence: ['FREQ=DAILY'] }],
    ['a DTSTART among the rules', { recurrence: ['DTSTART:20260310T100000', 'RRULE:FREQ=DAILY'] }],
    ['a local UNTIL', { recurrence: ['RRULE:FREQ=DAILY;UNTIL=20260401T100000'] }],
    ['an attendee that is no address', { attendees: [{ email: 'Ines' }] }],
    ['an answer that is none', { attendees: [{ email: OMAR, responseStatus: 'maybe' }] }],
    ['an unknown status', { status: 'planned' }],
    ['a property that is too long', { extendedProperties: { private: { key: 'x'.repeat(1025) } } }],
  ])('refuses %s', async (_, more) => {
    expect((await google.ask('POST', EVENTS, timed(10, more))).status).toBe(400)
    expect(google.control.events(INES)).toEqual([])
  })

  it('refuses what is no JSON', async () => {
    const { accessToken } = google.control.grant(INES, [EVERYTHING])
    const headers = { Authorization: `Bearer ${accessToken}` }
    const response = await fetch(`${google.url}/calendar/v3${EVENTS}`, { method: 'POST', headers, body: '{' })
    expect(response.status).toBe(400)
  })
})

describe('get, patch, update and delete', () => {
  it('changes what a patch names, and takes away what an update does not', async () => {
    const { body } = await google.ask('POST', EVENTS, timed(10, { location: 'Here', description: 'Text' }))
    const path = `${EVENTS}/${body.id}`
    const patched = await google.ask('PATCH', path, { location: null, summary: 'New', transparency: 'transparent' })
    expect(patched.body).toMatchObject({
      summary: 'New',
      description: 'Text',
      sequence: 0,
      transparency: 'transparent',
    })
    expect(patched.body.location).toBeUndefined()
    expect(patched.body.etag).not.toBe(body.etag)
    const updated = await google.ask('PUT', path, timed(11))
    expect(updated.body).toMatchObject({ summary: 'Meeting', sequence: 1 })
    expect(updated.body.description ?? updated.body.transparency).toBeUndefined()
    expect((await google.ask('PUT', path, { summary: 'No times' })).status).toBe(400)
    expect((await google.ask('GET', path)).body).toEqual(updated.body)
  })

  it('merges nested objects, so that a day needs the time taken away', async () => {
    const { body } = await google.ask(
      'POST',
      EVENTS,
      timed(10, { extendedProperties: { private: { a: '1', b: '2' } } }),
    )
    const path = `${EVENTS}/${body.id}`
    const [start, end] = [{ date: '2026-03-10' }, { date: '2026-03-11' }]
    expect((await google.ask('PATCH', path, { start, end })).status).toBe(400)
    const none = { dateTime: null, timeZone: null }
    const days = await google.ask('PATCH', path, {
      start: { ...start, ...none },
      end: { ...end, ...none },
      extendedProperties: { private: { a: null, c: '3' } },
    })
    expect(days.body).toMatchObject({ start, end, extendedProperties: { private: { b: '2', c: '3' } } })
    expect(days.body.extendedProperties.private.a).toBeUndefined()
  })

  it('changes only the version that If-Match names', async () => {
    const { body } = await google.ask('POST', EVENTS, timed(10))
    const path = `${EVENTS}/${body.id}`
    google.control.patch(INES, body.id, { summary: 'By hand' })
    const old = { 'If-Match': body.etag }
    for (const answer of [
      await google.ask('PATCH', path, { summary: 'x' }, old),
      await google.ask('PUT', path, timed(12), old),
      await google.ask('DELETE', path, undefined, old),
    ])
      expect(answer).toMatchObject({ status: 412, body: { error: { errors: [{ reason: 'conditionNotMet' }] } } })
    const { etag } = (await google.ask('GET', path)).body
    expect((await google.ask('PATCH', path, { summary: 'x' }, { 'If-Match': etag })).status).toBe(200)
    expect(google.control.writes()).toEqual({ insert: 1, patch: 1, update: 0, delete: 0 })
  })

  it('keeps nothing but the id of what was deleted', async () => {
    const { body } = await google.ask('POST', EVENTS, timed(10, { id: 'abc01' }))
    const path = `${EVENTS}/abc01`
    expect((await google.ask('DELETE', path)).status).toBe(204)
    expect(reasonOf(await google.ask('DELETE', path))).toBe('deleted')
    expect((await google.ask('PATCH', path, { summary: 'x' })).status).toBe(410)
    const gone = await google.ask('GET', path)
    expect(gone.body).toEqual({ kind: 'calendar#event', etag: expect.any(String), id: 'abc01', status: 'cancelled' })
    expect((await google.ask('PATCH', path, { status: 'confirmed' })).body.summary).toBe(body.summary)
    expect((await google.ask('DELETE', `${EVENTS}/never`)).status).toBe(404)
    expect((await google.ask('GET', `${EVENTS}/never`)).status).toBe(404)
  })

  it('refuses a sequence that is behind', async () => {
    const { body } = await google.ask('POST', EVENTS, timed(10, { sequence: 3 }))
    expect(body.sequence).toBe(3)
    expect((await google.ask('PATCH', `${EVENTS}/${body.id}`, { sequence: 2 })).status).toBe(400)
    expect((await google.ask('PATCH', `${EVENTS}/${body.id}`, { sequence: 7 })).body.sequence).toBe(7)
  })

  it('answers with the asked fields only', async () => {
    const { body } = await google.ask('POST', `${EVENTS}?fields=id,organizer/email,start(dateTime)`, timed(10))
    expect(body).toEqual({
      id: expect.any(String),
      organizer: { email: INES },
      start: { dateTime: '2026-03-10T10:00:00+01:00' },
    })
    expect((await google.ask('GET', `${EVENTS}?fields=items(id`)).status).toBe(400)
  })
})

describe('series', () => {
  const PATH = `${EVENTS}/ser1es`
  const SERIES = timed(10, { id: 'ser1es', recurrence: ['RRULE:FREQ=WEEKLY;COUNT=5'] })
  const SECOND = 'ser1es_20260317T090000Z'
  const FOURTH = 'ser1es_20260331T080000Z'
  const starts = async (): Promise<string[]> => {
    const { body } = await google.ask('GET', `${PATH}/instances`)
    return body.items.map((item: { start: { dateTime: string } }) => item.start.dateTime.slice(5, 16))
  }

  it('has instances that keep their time of day, by ids that tell the instant', async () => {
    await google.ask('POST', EVENTS, SERIES)
    expect(await starts()).toEqual(['03-10T10:00', '03-17T10:00', '03-24T10:00', '03-31T10:00', '04-07T10:00'])
    const { body } = await google.ask('GET', `${EVENTS}/${FOURTH}`)
    expect(body).toMatchObject({
      id: FOURTH,
      recurringEventId: 'ser1es',
      iCalUID: 'ser1es@google.com',
      originalStartTime: { dateTime: '2026-03-31T10:00:00+02:00', timeZone: ZONE },
    })
    expect(body.recurrence).toBeUndefined()
    for (const no of [
      'ser1es_20260331T090000Z',
      'ser1es_20260331',
      'ser1es_20260414T080000Z',
      'ser1es_20269931T080000Z',
    ])
      expect((await google.ask('GET', `${EVENTS}/${no}`)).status).toBe(404)
  })

  it('has whole days by ids that tell the date', async () => {
    const [start, end] = [{ date: '2026-03-10' }, { date: '2026-03-11' }]
    await google.ask('POST', EVENTS, { id: 'ser1es', start, end, recurrence: ['RRULE:FREQ=DAILY;UNTIL=20260312'] })
    const { body } = await google.ask('GET', `${PATH}/instances`)
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual(
      ['10', '11', '12'].map((day) => `ser1es_202603${day}`),
    )
    expect((await google.ask('GET', `${EVENTS}/ser1es_20260311`)).body).toMatchObject({
      start: { date: '2026-03-11' },
      end: { date: '2026-03-12' },
      originalStartTime: { date: '2026-03-11' },
    })
  })

  it('has exceptions where an instance is changed, and cancelled ones where it is deleted', async () => {
    await google.ask('POST', EVENTS, SERIES)
    const moved = await google.ask('PATCH', `${EVENTS}/${SECOND}`, {
      start: { dateTime: '2026-03-18T12:00:00', timeZone: ZONE },
      end: { dateTime: '2026-03-18T13:00:00', timeZone: ZONE },
    })
    expect(moved.body).toMatchObject({ id: SECOND, originalStartTime: { dateTime: '2026-03-17T10:00:00+01:00' } })
    expect((await google.ask('DELETE', `${EVENTS}/${FOURTH}`)).status).toBe(204)
    expect((await google.ask('DELETE', `${EVENTS}/${FOURTH}`)).status).toBe(410)
    expect(await starts()).toEqual(['03-10T10:00', '03-18T12:00', '03-24T10:00', '04-07T10:00'])
    const { body } = await google.ask('GET', `${EVENTS}?singleEvents=false`)
    expect(body.items.map(({ id, status }: { id: string; status: string }) => [id, status])).toEqual([
      ['ser1es', 'confirmed'],
      [SECOND, 'confirmed'],
      [FOURTH, 'cancelled'],
    ])
    expect(body.items[2]).toEqual({
      kind: 'calendar#event',
      etag: expect.any(String),
      id: FOURTH,
      status: 'cancelled',
      recurringEventId: 'ser1es',
      originalStartTime: { dateTime: '2026-03-31T10:00:00+02:00', timeZone: ZONE },
    })
  })

  it('takes its exceptions with it, and those that have no place in it any more', async () => {
    await google.ask('POST', EVENTS, SERIES)
    await google.ask('PATCH', `${EVENTS}/${SECOND}`, { summary: 'Second' })
    await google.ask('PATCH', `${EVENTS}/${FOURTH}`, { summary: 'Fourth' })
    const changed = await google.ask('PATCH', PATH, { recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'], location: 'Here' })
    expect(changed.body.sequence).toBe(1)
    const left = google.control.events(INES)
    expect(left.map(({ id, summary, location }) => [id, summary, location])).toEqual([
      ['ser1es', 'Meeting', 'Here'],
      [SECOND, 'Second', 'Here'],
    ])
    expect((await google.ask('PATCH', `${EVENTS}/${FOURTH}`, { status: 'confirmed' })).status).toBe(410)
    await google.ask('DELETE', PATH)
    expect(google.control.events(INES)).toEqual([])
    expect((await google.ask('GET', EVENTS)).body.items).toEqual([])
    expect((await google.ask('GET', `${PATH}/instances`)).status).toBe(410)
  })

  it('is expanded with singleEvents, between bounds and in order', async () => {
    await google.ask('POST', EVENTS, SERIES)
    await google.ask('POST', EVENTS, timed(12))
    const bounds = 'timeMin=2026-03-11T00:00:00Z&timeMax=2026-03-20T00:00:00Z'
    const { body } = await google.ask('GET', `${EVENTS}?singleEvents=true&orderBy=startTime&${bounds}`)
    expect(body.items.map(({ start }: { start: { dateTime: string } }) => start.dateTime.slice(8, 10))).toEqual([
      '12',
      '17',
    ])
    expect((await google.ask('GET', `${EVENTS}?orderBy=startTime`)).status).toBe(400)
  })
})

describe('calendars', () => {
  it('are listed page by page, with the role of the account', async () => {
    google.control.addCalendar({
      id: 'team@group.calendar.google.com',
      summary: 'Team',
      roles: { [INES]: 'reader', [OMAR]: 'owner' },
    })
    const first = await google.ask('GET', '/users/me/calendarList?maxResults=1')
    expect(first.body.items).toMatchObject([{ id: INES, primary: true, accessRole: 'owner', timeZone: ZONE }])
    const { body } = await google.ask(
      'GET',
      `/users/me/calendarList?maxResults=1&pageToken=${first.body.nextPageToken}`,
    )
    expect(body.items).toMatchObject([{ id: 'team@group.calendar.google.com', accessRole: 'reader' }])
    expect(body.nextPageToken).toBeUndefined()
    const team = '/calendars/team%40group.calendar.google.com'
    expect((await google.ask('GET', team)).body.summary).toBe('Team')
    expect((await google.ask('POST', `${team}/events`, timed(10))).status).toBe(403)
    expect((await google.as(OMAR)('POST', `${team}/events`, timed(10))).body.organizer.email).toBe(
      'team@group.calendar.google.com',
    )
    expect((await google.ask('GET', `/calendars/${OMAR}/events`)).status).toBe(404)
    google.control.share('team@group.calendar.google.com', INES, 'freeBusyReader')
    expect((await google.ask('GET', `${team}/events`)).status).toBe(403)
  })
})

it('speaks with Google’s own client library', async () => {
  const { accessToken } = google.control.grant(INES, [EVERYTHING])
  const headers = { Authorization: `Bearer ${accessToken}` }
  const { calendarList, events } = calendar({ version: 'v3', rootUrl: google.apiRootUrl, headers })
  expect((await calendarList.list()).data.items?.[0]?.id).toBe(INES)
  const requestBody = timed(10, { id: 'ser1es', recurrence: ['RRULE:FREQ=WEEKLY'] })
  const { data } = await events.insert({ calendarId: 'primary', requestBody })
  const instance = { calendarId: 'primary', eventId: 'ser1es_20260317T090000Z' }
  const match = { headers: { 'If-Match': data.etag ?? '' } }
  expect((await events.patch({ ...instance, requestBody: { summary: 'y' } }, match)).data.summary).toBe('y')
  await expect(events.patch({ ...instance, requestBody: { summary: 'z' } }, match)).rejects.toMatchObject({
    status: 412,
  })
  await events.delete({ calendarId: 'primary', eventId: 'ser1es' })
  await expect(events.delete({ calendarId: 'primary', eventId: 'ser1es' })).rejects.toMatchObject({ status: 410 })
})
