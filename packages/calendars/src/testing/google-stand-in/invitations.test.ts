import { afterEach, beforeEach, expect, it } from 'vitest'
import { type GoogleForTests, INES, OMAR, startForTests, timed } from './google-for-tests.ts'

const EVENTS = '/calendars/primary/events'
const GUESTS = [{ email: INES, responseStatus: 'accepted' }, { email: OMAR }, { email: 'guest@elsewhere.example' }]

let google: GoogleForTests
let omar: GoogleForTests['ask']
beforeEach(async () => {
  google = await startForTests()
  omar = google.as(OMAR)
})
afterEach(() => google.close())

const invite = (more: object = {}) =>
  google.ask('POST', EVENTS, timed(10, { id: 'inv1te', attendees: GUESTS, ...more }))
const PATH = `${EVENTS}/inv1te`

it('is a copy in the calendars of those who have one, and goes with the organizer’s', async () => {
  await invite({ extendedProperties: { private: { mine: '1' }, shared: { ours: '2' } } })
  const copy = await omar('GET', PATH)
  expect(copy.body).toMatchObject({
    iCalUID: 'inv1te@google.com',
    organizer: { email: INES },
    extendedProperties: { shared: { ours: '2' } },
  })
  expect(copy.body.organizer.self).toBeUndefined()
  expect(copy.body.extendedProperties.private).toBeUndefined()
  expect(copy.body.attendees).toMatchObject([
    { email: INES, organizer: true, responseStatus: 'accepted' },
    { email: OMAR, self: true, responseStatus: 'needsAction' },
    { email: 'guest@elsewhere.example' },
  ])
  await google.ask('PATCH', PATH, { summary: 'New' })
  expect((await omar('GET', PATH)).body.summary).toBe('New')
  await google.ask('PATCH', PATH, { attendees: GUESTS.slice(0, 1) })
  expect((await omar('GET', PATH)).body.status).toBe('cancelled')
  await google.ask('PATCH', PATH, { attendees: GUESTS })
  expect((await omar('GET', PATH)).body.status).toBe('confirmed')
  await google.ask('DELETE', PATH)
  expect((await omar('GET', PATH)).body.status).toBe('cancelled')
})

it('lets a guest change the own answer and the own copy only', async () => {
  await invite()
  for (const body of [
    { summary: 'Mine' },
    { start: { dateTime: '2026-03-10T09:00:00Z' }, end: { dateTime: '2026-03-10T12:00:00Z' } },
    { attendees: GUESTS.slice(0, 2) },
    { guestsCanModify: true },
    { extendedProperties: { shared: { a: 'b' } } },
  ])
    expect(await omar('PATCH', PATH, body)).toMatchObject({
      status: 403,
      body: { error: { errors: [{ domain: 'calendar', reason: 'forbiddenForNonOrganizer' }] } },
    })
  const own = { extendedProperties: { private: { mine: '1' } }, transparency: 'transparent' }
  expect((await omar('PATCH', PATH, own)).status).toBe(200)
  const answer = { attendeesOmitted: true, attendees: [{ email: OMAR, responseStatus: 'accepted' }] }
  expect((await omar('PATCH', PATH, answer)).status).toBe(200)
  const { body } = await google.ask('GET', PATH)
  expect(body.attendees).toMatchObject([{}, { email: OMAR, responseStatus: 'accepted' }, {}])
  expect(body.transparency ?? body.extendedProperties).toBeUndefined()
  await google.ask('PATCH', PATH, { location: 'Here' })
  expect((await omar('GET', PATH)).body).toMatchObject({ ...own, location: 'Here' })
})

it('lets guests change everything where the organizer allowed it', async () => {
  await invite({ guestsCanModify: true })
  expect((await omar('PATCH', PATH, { summary: 'Ours' })).status).toBe(200)
  expect((await google.ask('GET', PATH)).body.summary).toBe('Ours')
})

it('is declined by deleting the copy, which then stays deleted', async () => {
  await invite()
  expect((await omar('DELETE', PATH)).status).toBe(204)
  const { body } = await google.ask('GET', PATH)
  expect(body).toMatchObject({ status: 'confirmed', attendees: [{}, { responseStatus: 'declined' }, {}] })
  await google.ask('PATCH', PATH, { summary: 'New' })
  expect((await omar('GET', PATH)).body.status).toBe('cancelled')
})

it('of one instance only is an event of its own for its guest', async () => {
  await google.ask('POST', EVENTS, timed(10, { id: 'ser1es', recurrence: ['RRULE:FREQ=WEEKLY'] }))
  const id = 'ser1es_20260317T090000Z'
  await google.ask('PATCH', `${EVENTS}/${id}`, { attendees: [{ email: OMAR }] })
  expect((await omar('GET', EVENTS)).body.items).toMatchObject([{ id, recurringEventId: 'ser1es' }])
  await google.ask('DELETE', `${EVENTS}/ser1es`)
  expect(
    (await omar('GET', EVENTS)).body.items.filter((item: { status: string }) => item.status !== 'cancelled'),
  ).toEqual([])
})

it('to a series reaches its exceptions in both calendars', async () => {
  await invite({ recurrence: ['RRULE:FREQ=WEEKLY'] })
  const instance = `${EVENTS}/inv1te_20260317T090000Z`
  await google.ask('PATCH', instance, { summary: 'Special' })
  expect((await omar('GET', instance)).body.summary).toBe('Special')
  await omar('PATCH', PATH, { attendeesOmitted: true, attendees: [{ email: OMAR, responseStatus: 'declined' }] })
  expect((await google.ask('GET', instance)).body.attendees[1].responseStatus).toBe('declined')
  await google.ask('DELETE', instance)
  expect((await omar('GET', instance)).body.status).toBe('cancelled')
})

it('comes from somebody without an account, too', async () => {
  const boss = { email: 'boss@elsewhere.example', displayName: 'Boss' }
  google.control.insert(INES, timed(10, { id: 'inv1te', attendees: [{ email: INES }] }), boss)
  expect((await google.ask('PATCH', PATH, { summary: 'Mine' })).status).toBe(403)
  google.control.answer(INES, 'inv1te', 'tentative')
  expect((await google.ask('GET', PATH)).body).toMatchObject({
    organizer: boss,
    attendees: [{ self: true, responseStatus: 'tentative' }],
  })
})

it('is told by mail only when that is asked for', async () => {
  await invite()
  expect(google.control.mails()).toEqual([])
  await google.ask('PATCH', `${PATH}?sendUpdates=all`, { summary: 'New' })
  await google.ask('DELETE', `${PATH}?sendUpdates=externalOnly`)
  expect(google.control.mails()).toEqual([
    { to: OMAR, eventId: 'inv1te', kind: 'update' },
    { to: 'guest@elsewhere.example', eventId: 'inv1te', kind: 'update' },
    { to: 'guest@elsewhere.example', eventId: 'inv1te', kind: 'cancellation' },
  ])
  expect((await google.ask('POST', `${EVENTS}?sendUpdates=maybe`, timed(10))).status).toBe(400)
})
