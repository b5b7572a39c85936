import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { Temporal } from '@astralis/core/temporal'
import { countTwice, type KillSite, recover } from '../apps/worker/src/testing/kill-site.ts'
import { reminderIn, type StartProvider } from '../apps/worker/src/testing/mail-provider.ts'
import type { WorkerBundle } from '../apps/worker/src/testing/worker-process.ts'
import { seededRandom } from '../apps/worker/src/testing/seeded-random.ts'
import type { Result, World } from './benchmark.ts'
import { createKillSite } from './kill-world.ts'
import { percentile, round, runRound } from './measure.ts'

const WORKERS = 3
const BOOKERS = 8
const LIFE_MS = { shortest: 1000, longest: 5000 }
const DUE_SECONDS = 60
/** Workers go on dying for a while when nothing becomes due any more. */
const KILLING_SECONDS = 80

interface Storm {
  startProvider: StartProvider
  reminders: number
}

/** Three workers that die a few seconds after their start, while reminders become due over a minute; then one lives. */
export async function killRandomly(
  world: World,
  bundle: WorkerBundle,
  { startProvider, reminders }: Storm,
  report: (result: Result) => void,
): Promise<void> {
  const site = await createKillSite(world, bundle, `kill_randomly_${reminders}`, startProvider)
  const random = seededRandom(reminders)
  const { from, dueAt } = await bookAhead(site, reminders)
  await pause(from - Date.now())
  const until = from + KILLING_SECONDS * 1000
  const kills = await Promise.all(Array.from({ length: WORKERS }, () => killAgainAndAgain(site, random, until)))
  await recover(site, 300_000)

  const accepted = site.provider.accepted()
  const { SENT = 0, UNKNOWN = 0, ...others } = await site.countByStatus()
  const lateness = accepted.map(({ key, acceptedAt }) => acceptedAt - (dueAt.get(reminderIn(key) ?? '') ?? Number.NaN))
  report({
    mail: site.provider.name,
    killed: 'at random',
    kills: kills.reduce((sum, count) => sum + count, 0),
    due: reminders,
    accepted: accepted.length,
    twice: countTwice(accepted),
    unknown: UNKNOWN,
    lateP50Seconds: round(percentile(lateness, 0.5) / 1000),
    lateP99Seconds: round(percentile(lateness, 0.99) / 1000),
    lateMaxSeconds: round(percentile(lateness, 1) / 1000),
  })
  assert.deepEqual(others, {})
  assert.equal(countTwice(accepted), 0)
  assert.equal(SENT + UNKNOWN, reminders)
  if (site.provider.name === 'resend') assert.deepEqual([accepted.length, UNKNOWN], [reminders, 0])
}

/** Books the reminders for a minute that is yet to come; answers with when that is, and when each is due. */
async function bookAhead(site: KillSite, reminders: number) {
  // Even a busy machine books so many in a second.
  const from = Date.now() + (reminders / 25) * 1000
  const dueAt = new Map<string, number>()
  let booked = 0
  await runRound(BOOKERS, reminders, async () => {
    const due = from + Math.floor((booked++ * DUE_SECONDS * 1000) / reminders)
    dueAt.set(await site.bookReminder(Temporal.Instant.fromEpochMilliseconds(due)), due)
  })
  assert.ok(Date.now() < from, 'The reminders were not booked in time.')
  return { from, dueAt }
}

async function killAgainAndAgain(site: KillSite, random: () => number, until: number): Promise<number> {
  let kills = 0
  for (; Date.now() < until; kills++) {
    const worker = site.start()
    // A busy machine takes seconds to start one: it would die without having done anything.
    await worker.ready
    await pause(LIFE_MS.shortest + random() * (LIFE_MS.longest - LIFE_MS.shortest))
    await worker.kill()
  }
  return kills
}
