import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createEvent } from '@astralis/services/events/create-event'
import { getEvent } from '@astralis/services/events/get-event'
import { createOrganization, createTestWorld, eventInput, type TestWorld } from '@astralis/services/testing/test-world'
import { violationsIn } from '@astralis/services/testing/violations'
import { sql } from 'drizzle-orm'
import { PgBoss } from 'pg-boss'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url))
const PAST = { startsAt: '2026-03-02T06:00:00Z', endsAt: '2026-03-02T07:00:00Z' }

let world: TestWorld
let boss: PgBoss
const workers: ChildProcess[] = []

beforeEach(async () => {
  world = await createTestWorld()
  boss = new PgBoss({ connectionString: world.url, supervise: false, schedule: false, migrate: false })
  await boss.start()
})
afterEach(async () => {
  for (const worker of workers.splice(0)) worker.kill('SIGKILL')
  await boss.stop({ graceful: false })
  await world.close()
})

async function startWorker(): Promise<ChildProcess> {
  const worker = spawn(process.execPath, [MAIN], {
    env: { DATABASE_URL: world.url, ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 1).toString('base64')}` },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  workers.push(worker)
  expect(await once(worker, 'message')).toEqual(['ready', undefined])
  return worker
}

async function pastEvent() {
  const ada = await createOrganization(world)
  const { event } = await createEvent(ada, eventInput(PAST))
  return { ada, event }
}

/** Lets the worker get into the middle of completing events, and not out again before `work` is done. */
function whileCompleting(work: () => Promise<void>): Promise<void> {
  return whileBlocked('events.sweep', sql`lock table activity in access exclusive mode`, work)
}

async function whileBlocked(job: string, lock: ReturnType<typeof sql>, work: () => Promise<void>): Promise<void> {
  await world.owner.transaction(async (tx) => {
    await tx.execute(lock)
    await boss.send(job, {})
    await vi.waitUntil(async () => {
      const [row] = await tx.execute(sql`select count(*)::int as waiting from pg_locks where not granted`)
      return row?.['waiting'] === 1
    }, 10_000)
    await work()
  })
}

describe('I4: the worker process', () => {
  it('B4: completes what is over, from the sweep to the event', async () => {
    const { ada, event } = await pastEvent()
    await startWorker()
    await boss.send('events.sweep', {})
    await vi.waitUntil(async () => (await getEvent(ada, event)).status === 'COMPLETED', 10_000)
  })

  it('a job of a worker that was killed in the middle of it is done by the next one', async () => {
    const { ada, event } = await pastEvent()
    const first = await startWorker()
    await whileCompleting(async () => {
      first.kill('SIGKILL')
      await once(first, 'exit')
    })
    expect((await getEvent(ada, event)).status).toBe('SCHEDULED')
    await startWorker()
    await vi.waitUntil(async () => (await getEvent(ada, event)).status === 'COMPLETED', {
      timeout: 60_000,
      interval: 250,
    })
    const [row] = await world.owner.execute(
      sql`select count(*)::int as times from activity where action = 'event.completed'`,
    )
    expect(row).toEqual({ times: 1 })
  }, 90_000)

  it('B5: a series that was half extended when its worker was killed is extended once by the next one', async () => {
    const ada = await createOrganization(world)
    const { event } = await createEvent(ada, eventInput({ recurrence: 'FREQ=WEEKLY' }))
    const count = async () => {
      const [row] = await world.owner.execute<{ events: number; slots: number }>(sql`
        select count(*)::int as events, count(distinct original_starts_at)::int as slots
        from events where series_id = ${event.seriesId}`)
      return row
    }
    const before = await count()
    const first = await startWorker()
    // It may read series and add occurrences, but not write down how far it came.
    await whileBlocked('series.sweep', sql`lock table series in share row exclusive mode`, async () => {
      first.kill('SIGKILL')
      await once(first, 'exit')
    })
    expect(await count()).toEqual(before)
    await startWorker()
    await vi.waitUntil(async () => ((await count())?.events ?? 0) > (before?.events ?? 0), {
      timeout: 60_000,
      interval: 250,
    })
    const after = await count()
    expect(after?.events).toBe(after?.slots)
    expect(await violationsIn(world.db)).toEqual([])
  }, 90_000)

  it('asked to stop, it finishes the job it has and leaves with 0', async () => {
    const { ada, event } = await pastEvent()
    const worker = await startWorker()
    let exit: Promise<unknown[]> | undefined
    await whileCompleting(() => {
      worker.kill('SIGTERM')
      exit = once(worker, 'exit')
      return Promise.resolve()
    })
    expect(await exit).toEqual([0, null])
    expect((await getEvent(ada, event)).status).toBe('COMPLETED')
  })

  it('leaves when the launcher that started it is gone', async () => {
    const worker = await startWorker()
    const exit = once(worker, 'exit')
    worker.disconnect()
    expect(await exit).toEqual([0, null])
  })

  it('names a setting that is missing, in one line', async () => {
    const worker = spawn(process.execPath, [MAIN], { env: {} })
    let output = ''
    worker.stderr.on('data', (chunk) => (output += String(chunk)))
    expect(await once(worker, 'exit')).toEqual([1, null])
    expect(output).toMatch(/^The setting DATABASE_URL is missing or wrong: [^\n]+\.\n$/)
  })
})
