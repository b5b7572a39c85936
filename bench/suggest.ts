import assert from 'node:assert/strict'
import { Temporal } from '@astralis/core/temporal'
import postgres from 'postgres'
import { compose } from '../apps/server/src/compose.ts'
import { seededRandom } from '../apps/worker/src/testing/seeded-random.ts'
import type { Benchmark, World } from './benchmark.ts'
import { createCaller } from './caller.ts'
import { median, type Round, round, runRound, sample, summarize } from './measure.ts'
import { MONDAY, storeCalendars } from './stored-calendars.ts'
import { storeHours } from './stored-hours.ts'
import { splitSuggest } from './split-suggest.ts'
import { createTeam, signIn, type Team } from './team.ts'

const FEW = { stored: 100_000, members: 1009 }
const MANY = { stored: 1_000_000, members: 10_007 }
const WEEKS = [2, 4]
const ROUNDS = 10
const SERIES = [
  { people: 10, requests: 40, aim: 5 },
  { people: 100, requests: 20, aim: 15 },
  { people: 1000, requests: 8, aim: 60 },
  { people: 10_000, requests: 2, aim: 500 },
]

/**
 * `scheduling.suggest` over HTTP among a million events, without a model; then ten people among few and many events by
 * turns. The first line is what any request costs, whatever it asks. Of each answer that is checked, every suggested time is
 * free for everybody, which SQL says and not the product.
 */
export const suggest: Benchmark = async (world, report) => {
  const few = await serve(world, FEW)
  const many = await serve(world, MANY)
  await many.anyRequest(500)
  report({ request: 'who am I', ...summarize([await many.anyRequest(500)]) })
  for (const { people, requests, aim } of SERIES)
    for (const weeks of WEEKS) {
      await many.check(people, weeks)
      await many.round(people, weeks, 5 * requests)
      const rounds: Round[] = []
      for (let turn = 0; turn < ROUNDS; turn++) rounds.push(await many.round(people, weeks, requests))
      report({
        people,
        weeks,
        ...summarize(rounds),
        aim: `p95 <= ${aim}`,
        ...(await many.split(people, weeks, requests)),
      })
    }
  await few.check(10, 4)
  await few.round(10, 4, 200)
  const growth: number[] = []
  for (let turn = 0; turn < ROUNDS; turn++) {
    const amongFew = await few.round(10, 4, 40)
    const amongMany = await many.round(10, 4, 40)
    growth.push(median(amongMany.latencies) / median(amongFew.latencies))
  }
  report({ people: 10, weeks: 4, growth: round(median(growth)), aim: '< 2' })
}

/** A server on a database with so many events. */
async function serve({ createDatabase, startServer, open }: World, { stored, members }: typeof FEW) {
  const databaseUrl = await createDatabase(`suggest_${stored}`)
  const { runtime, close } = compose(databaseUrl)
  open.defer(close)
  const team = await createTeam(runtime, members)
  await storeHours(databaseUrl, team)
  await storeCalendars(databaseUrl, team, stored)
  const [caller] = team.members
  assert.ok(caller)
  const {
    mutate,
    query,
    close: hangUp,
  } = createCaller(await startServer(databaseUrl), await signIn(runtime, team, caller))
  open.defer(hangUp)

  const random = seededRandom(4)
  const ask = (people: number, weeks: number) => {
    const emails = sample(team.members, people, random).map(({ email }) => email)
    return { emails, input: question(emails, weeks) }
  }
  return {
    anyRequest: (requests: number) => runRound(1, requests, () => query('auth.me', undefined)),
    async check(people: number, weeks: number) {
      const { emails, input } = ask(people, weeks)
      await checkAnswer(databaseUrl, team, emails, await mutate('scheduling.suggest', input))
    },
    round(people: number, weeks: number, requests: number) {
      const inputs = Array.from({ length: requests }, () => ask(people, weeks).input).values()
      return runRound(1, requests, async () => {
        const answer = await mutate('scheduling.suggest', inputs.next().value)
        assert.match(answer, /"suggestions":\[\{/)
      })
    },
    split: (people: number, weeks: number, runs: number) =>
      splitSuggest(runtime, team.orgId, () => ask(people, weeks).input, runs),
  }
}

function question(participants: string[], weeks: number) {
  const to = Temporal.Instant.from(MONDAY).add({ hours: weeks * 7 * 24 })
  return { participants, durationMinutes: 30, range: { from: MONDAY, to: to.toString() }, timeZone: 'Europe/Berlin' }
}

interface SuggestAnswer {
  result: { data: { suggestions: { startsAt: string; endsAt: string; participants: unknown[] }[] } }
}

async function checkAnswer(databaseUrl: string, { orgId }: Team, emails: string[], text: string): Promise<void> {
  const answer: SuggestAnswer = JSON.parse(text)
  const { suggestions } = answer.result.data
  assert.ok(suggestions.length > 0)
  const owner = postgres(databaseUrl, { max: 1 })
  for (const { startsAt, endsAt, participants } of suggestions) {
    assert.equal(participants.length, emails.length)
    const taken = await owner`
      select p.email from participants p join events e on e.org_id = p.org_id and e.id = p.event_id
      where p.org_id = ${orgId} and p.email = any(${emails}) and e.starts_at < ${endsAt} and e.ends_at > ${startsAt}
        and e.shows_as = 'BUSY' and e.status in ('SCHEDULED', 'CONFIRMED', 'CONFLICT')
        and not p.is_optional and p.status <> 'declined'`
    assert.deepEqual([...taken], [])
    const closed = await owner`
      select a.user_id from users u join availability a on a.org_id = u.org_id and a.user_id = u.id
      where u.org_id = ${orgId} and u.email = any(${emails}) and not exists (
        select from jsonb_to_recordset(a.rules) as rule("dayOfWeek" int, "startTime" time, "endTime" time)
        where "dayOfWeek" = extract(isodow from ${startsAt}::timestamptz at time zone a.time_zone)
          and "startTime" <= (${startsAt}::timestamptz at time zone a.time_zone)::time
          and "endTime" >= (${endsAt}::timestamptz at time zone a.time_zone)::time)`
    assert.deepEqual([...closed], [])
  }
  await owner.end()
}
