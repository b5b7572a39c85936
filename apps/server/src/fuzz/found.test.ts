import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANA, createApiClient } from '../testing/api-client.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'
import { MAX_MS, violationOf } from './testing/law.ts'
import { type Procedure } from './testing/procedures.ts'
import { send } from './testing/send.ts'

const CREATE: Procedure = { path: 'events.create', type: 'mutation', input: null }
const AT = { startsAt: '2030-03-11T09:00:00Z', endsAt: '2030-03-11T10:00:00Z' }
const MEETING = { title: 'Planning', ...AT, participants: [], timeZone: 'Europe/Berlin' }

let server: TestServer
let cookie: string

beforeAll(async () => {
  server = await startTestServer()
  await createApiClient(server.url).auth.signUp.mutate(ANA)
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ email: ANA.email, password: ANA.password })
  const response = await fetch(`${server.url}/trpc/auth.signIn`, { method: 'POST', headers, body })
  cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
})
afterAll(() => server.stop())

async function create(changes: object) {
  const answer = await send(server.url, cookie, CREATE, { ...MEETING, ...changes })
  expect(violationOf(answer)).toBeNull()
  return answer
}
const withFacts = (facts: unknown) => ({ suggestion: { score: 50, reasons: [{ rule: 'focus', points: 1, facts }] } })

describe('security: what PostgreSQL can not store is refused before it gets there:', () => {
  it.each([
    ['a null byte in a link', { meetingLink: 'https://example.org/\u0000' }],
    ['half a character in a link', { meetingLink: 'https://example.org/\uD800' }],
    ['a null byte in a fact', withFacts({ fact: 'a\u0000b' })],
    ['a null byte in the name of a fact', withFacts({ 'a\u0000b': 1 })],
    ['half a character in a fact', withFacts({ fact: '\uD800' })],
    ['half a character in the name of a fact', withFacts({ '\uDC00': 1 })],
    ['facts in facts without end', withFacts({ fact: '⟦lists in lists⟧' })],
    ['more digits than a number has', withFacts({ fact: '⟦a number beyond all⟧' })],
    ['a megabyte of facts', withFacts({ fact: 'x'.repeat(900_000) })],
  ])('%s', async (_case, changes) => {
    expect((await create(changes)).status).toBe(400)
  })
})

describe('security: the largest that is allowed', () => {
  const people = Array.from({ length: 500 }, (_, n) => ({ email: `person-${n}@example.org` }))
  const dates = Array.from({ length: 1900 }, (_, n) =>
    new Date(Date.UTC(2031, 0, 1, 9 * n)).toISOString().replaceAll(/[-:]|\.000Z/g, ''),
  )
  it.each([
    ['500 people', { participants: people }],
    ['2000 occurrences', { recurrence: 'FREQ=DAILY;COUNT=2000' }],
    ['500 people a day without end', { participants: people, recurrence: 'FREQ=DAILY' }],
    ['500 people 2000 times', { participants: people, recurrence: 'FREQ=DAILY;COUNT=2000' }],
    ['1,900 dates', { recurrence: `RRULE:FREQ=DAILY;COUNT=9\nRDATE:${dates.join(',')}` }],
    ['a rule that is true in no year', { recurrence: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;COUNT=2000' }],
    ['a rule that crosses all others', { recurrence: 'FREQ=DAILY;BYMONTH=12;BYMONTHDAY=31;BYDAY=MO;COUNT=2000' }],
  ])('is answered in time: %s', async (_case, changes) => {
    const answer = await create(changes)
    expect(answer.milliseconds).toBeLessThan(MAX_MS)
  })
})
