import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRateLimit, createRateLimits } from './rate-limit.ts'

/** A clock that runs when everybody waits. */
function fakeTime(late: readonly number[] = []) {
  let now = 1_000_000
  let waits = 0
  const sleepers: { until: number; wake: () => void }[] = []
  return {
    clock: () => now,
    pass: (milliseconds: number) => (now += milliseconds),
    wait: (milliseconds: number) =>
      new Promise<void>((wake) => {
        sleepers.push({ until: now + milliseconds + (late[waits++ % late.length] ?? 0), wake })
      }),
    async run(tasks: Promise<unknown>) {
      let isDone = false
      void tasks.finally(() => (isDone = true))
      for (;;) {
        // Everything that can go on without time has to have done so.
        for (let i = 0; i < 50; i++) await Promise.resolve()
        if (isDone) return
        const next = sleepers.toSorted((a, b) => a.until - b.until)[0]
        if (!next) continue
        sleepers.splice(sleepers.indexOf(next), 1)
        now = Math.max(now, next.until)
        next.wake()
      }
    },
  }
}

/** The most that happened in any minute. */
function busiestMinute(times: readonly number[]): number {
  return Math.max(0, ...times.map((from) => times.filter((time) => time >= from && time < from + 60_000).length))
}

test('no minute has more than the limit, whenever it begins, and who asks first is first', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 10 }),
      fc.array(fc.nat(30_000), { maxLength: 60 }),
      fc.array(fc.nat(5000), { maxLength: 5 }),
      async (perMinute, pauses, late) => {
        const time = fakeTime(late)
        const limit = createRateLimit({ ...time, perMinute })
        const taken: { at: number; order: number }[] = []
        const turns = pauses.map(async (pause, order) => {
          await time.wait(pause)
          await limit.take()
          taken.push({ at: time.clock(), order })
        })
        await time.run(Promise.all(turns))
        expect(taken).toHaveLength(pauses.length)
        expect(busiestMinute(taken.map(({ at }) => at))).toBeLessThanOrEqual(perMinute)
      },
    ),
    { numRuns: 200 },
  )
})

test('nobody waits without need', async () => {
  const time = fakeTime()
  const limit = createRateLimit({ ...time, perMinute: 3 })
  const taken: number[] = []
  const turns = Array.from({ length: 7 }, async () => {
    await limit.take()
    taken.push(time.clock() - 1_000_000)
  })
  await time.run(Promise.all(turns))
  expect(taken).toEqual([0, 0, 0, 60_000, 60_000, 60_000, 120_000])
})

test('all users together keep the project’s limit, and each their own', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(4), { minLength: 1, maxLength: 60 }), async (users) => {
      const time = fakeTime()
      const limits = createRateLimits({ ...time, perUser: 3, perProject: 7 })
      const taken: { user: number; at: number }[] = []
      const turns = users.map(async (user) => {
        await limits.take(`${user}@example.com`)
        taken.push({ user, at: time.clock() })
      })
      await time.run(Promise.all(turns))
      expect(taken).toHaveLength(users.length)
      expect(busiestMinute(taken.map(({ at }) => at))).toBeLessThanOrEqual(7)
      for (const user of new Set(users)) {
        const own = taken.filter((turn) => turn.user === user)
        expect(busiestMinute(own.map(({ at }) => at))).toBeLessThanOrEqual(3)
      }
    }),
    { numRuns: 200 },
  )
})

test('who gives up waiting does not take the others along', async () => {
  const time = fakeTime()
  let isStopping = true
  const wait = (milliseconds: number) => (isStopping ? Promise.reject(new Error('Stopped.')) : time.wait(milliseconds))
  const limit = createRateLimit({ clock: time.clock, wait, perMinute: 1 })
  await limit.take()
  await expect(limit.take()).rejects.toThrow('Stopped.')
  isStopping = false
  await time.run(limit.take())
  expect(time.clock()).toBe(1_060_000)
})
