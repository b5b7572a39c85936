import { TRPCClientError } from '@trpc/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANA, createApiClient } from './testing/api-client.ts'
import { startTestServer, type TestServer } from './testing/start-test-server.ts'

let server: TestServer
/** Asks by POST, as long questions are asked. */
let ana: ReturnType<typeof createApiClient>

beforeAll(async () => {
  server = await startTestServer()
  ana = createApiClient(server.url, 'POST')
  await ana.auth.signUp.mutate(ANA)
})
afterAll(() => server.stop())

const QUESTION = {
  participants: [ANA.email, { email: 'guest@example.org', isOptional: true }],
  durationMinutes: 30,
  range: { from: '2030-03-11T00:00:00Z', to: '2030-03-16T00:00:00Z' },
  timeZone: 'Europe/Berlin',
}

/** What a question is refused with. */
async function refusalOf(input: object): Promise<{ httpStatus: number; fields: Record<string, string> }> {
  const asked = ana.scheduling.suggest.query({ ...QUESTION, ...input })
  const error: unknown = await asked.then(() => null).catch((reason: unknown) => reason)
  if (error instanceof TRPCClientError) return error.data
  throw new Error('Nothing was refused.')
}

describe('E1: scheduling.suggest over the wire', () => {
  it('answers by GET and by POST alike, with instants in UTC', async () => {
    const byGet = createApiClient(server.url)
    await byGet.auth.signIn.mutate({ email: ANA.email, password: ANA.password })
    const posted = await ana.scheduling.suggest.query(QUESTION)
    expect(await byGet.scheduling.suggest.query(QUESTION)).toEqual(posted)
    const [first] = posted.suggestions
    expect(first?.startsAt).toMatch(/^2030-03-11T\d\d:\d0:00Z$/)
    expect(first?.participants[0]).toEqual({ email: ANA.email, status: 'available', localStart: expect.any(String) })
    expect(Object.keys(posted).toSorted()).toEqual(['metadata', 'rankedBy', 'suggestions', 'summary', 'warnings'])
  })

  it('a suggestion is booked with its reasons as it came', async () => {
    const { suggestions } = await ana.scheduling.suggest.query(QUESTION)
    const { startsAt, endsAt, score, reasons } = suggestions[0] ?? { startsAt: '', endsAt: '', score: 0, reasons: [] }
    const booking = { title: 'Talk', participants: [], startsAt, endsAt, suggestion: { score, reasons } }
    const { event } = await ana.events.create.mutate(booking)
    expect(event).toMatchObject({ aiScheduled: true, suggestion: { score, reasons }, startsAt })
    const next = await ana.scheduling.suggest.query(QUESTION)
    expect(next.suggestions.map((time) => time.startsAt)).not.toContain(startsAt)
  })

  const people = (count: number) => Array.from({ length: count }, (_, index) => `person-${index}@example.org`)

  it('ten thousand people are answered, one more is refused', async () => {
    const most = await ana.scheduling.suggest.query({ ...QUESTION, participants: people(10_000) })
    expect(most.metadata.participantsAnalyzed).toBe(10_000)
    expect(most.warnings).toHaveLength(21)
    expect(most.warnings.at(-1)?.message).toBe('The same goes for 9980 more people without an account.')
    const { fields } = await refusalOf({ participants: people(10_001) })
    expect(fields).toEqual({ participants: 'Expected at most 10000 people.' })
  })

  const range = (from: string, to: string) => ({ range: { from, to } })
  it.each([
    ['nobody', { participants: [] }, 'participants', /at least one/],
    ['no address', { participants: ['ana'] }, 'participants.0.email', /^Expected an e-mail/],
    [
      'an unknown field',
      { participants: [{ email: 'a@example.org', optional: true }] },
      'participants.0.optional',
      /Not/,
    ],
    ['an empty range', range('2030-03-11T00:00:00Z', '2030-03-11T00:00:00Z'), 'range.to', /end after the start/],
    ['a reversed range', range('2030-03-12T00:00:00Z', '2030-03-11T00:00:00Z'), 'range.to', /end after the start/],
    ['more than a year', range('2030-03-11T00:00:00Z', '2031-03-13T00:00:00Z'), 'range.to', /at most 366 days/],
    [
      'too many people for so many days',
      { participants: people(10_000), ...range('2030-03-11T00:00:00Z', '2030-04-21T00:00:00Z') },
      'range.to',
      /at most 40 days for 10000 people/,
    ],
    [
      'too many starts',
      { stepMinutes: 5, ...range('2030-03-11T00:00:00Z', '2030-10-11T00:00:00Z') },
      'range.to',
      /at most 208 days in steps of 5 minutes/,
    ],
    ['an unknown zone', { timeZone: 'Mars/Olympus' }, 'timeZone', /IANA/],
    ['a blink', { durationMinutes: 14 }, 'durationMinutes', /from 15 to 480/],
    ['a day', { durationMinutes: 481 }, 'durationMinutes', /from 15 to 480/],
    ['a step of nothing', { stepMinutes: 0 }, 'stepMinutes', /from 5 to 1440/],
    ['no time of day', { timeOfDay: 'noon' }, 'timeOfDay', /./],
    ['a hundred suggestions', { limit: 100 }, 'limit', /from 1 to 20/],
  ])('refuses %s by name', async (_, fields, field, message) => {
    const { httpStatus, fields: refused } = await refusalOf(fields)
    expect(httpStatus).toBe(400)
    expect(refused[field]).toMatch(message)
  })

  it('nobody who is not signed in is answered', async () => {
    const stranger = createApiClient(server.url, 'POST')
    await expect(stranger.scheduling.suggest.query(QUESTION)).rejects.toMatchObject({ data: { httpStatus: 401 } })
  })
})

describe('E4: scheduling.explain over the wire', () => {
  it('names rule, person and the nearest change', async () => {
    const night = await ana.scheduling.explain.query({ ...QUESTION, startsAt: '2030-03-11T03:00:00Z' })
    expect(night.free).toBe(false)
    expect(night.blockers).toMatchObject([{ email: ANA.email, rule: 'OUTSIDE_HOURS' }])
    expect(night.relaxations.map(({ kind }) => kind)).toEqual(['WITHOUT_PERSON', 'OTHER_TIME'])
  })
})

describe('D1: availability over the wire', () => {
  it('what is wrong is named by its field', async () => {
    const rule = { dayOfWeek: 1 as const, startTime: '09:00', endTime: '12:00' }
    await expect(ana.availability.set.mutate({ rules: [rule, rule] })).rejects.toMatchObject({
      data: { reason: 'INVALID_INPUT', fields: { 'rules.1.startTime': 'Overlaps with another range.' } },
    })
    const stored = await ana.availability.set.mutate({ rules: [rule] })
    expect(await ana.availability.get.query({})).toEqual(stored)
  })
})
