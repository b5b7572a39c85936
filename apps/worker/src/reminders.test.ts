import { Temporal } from '@astralis/core/temporal'
import type { ServiceContext } from '@astralis/services/context'
import { createEvent } from '@astralis/services/events/create-event'
import { updateEvent } from '@astralis/services/events/update-event'
import { sendAgain } from '@astralis/services/mail/send-again'
import { sweepMails } from '@astralis/services/mail/sweep-mails'
import { listReminders, type Reminder } from '@astralis/services/reminders/list-reminders'
import { setReminderSettings } from '@astralis/services/reminders/set-reminder-settings'
import {
  createOrganization,
  createTestWorld,
  eventInput,
  runtimeOf,
  type TestWorld,
  updateInput,
} from '@astralis/services/testing/test-world'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, type TestContext, vi } from 'vitest'
import { EVENTS, raceCancellations } from './testing/cancel-race.ts'
import { openKillSite } from './testing/kill-site.ts'
import { startResend } from './testing/mail-provider.ts'
import { outage, rateLimited, type ResendStandIn, startResendStandIn } from './testing/resend-stand-in.ts'
import { bundleWorker, startWorker, type WorkerBundle } from './testing/worker-process.ts'

const MINUTE_MS = 60_000
const PATIENCE = { timeout: 60_000, interval: 50 }

let bundle: WorkerBundle
beforeAll(async () => {
  bundle = await bundleWorker()
})
afterAll(() => bundle.remove())

interface Office {
  world: TestWorld
  ada: ServiceContext
  resend: ResendStandIn
  /** Of mails with this word in their key: reminder or invitation. */
  acceptedOf: (area: string) => ResendStandIn['accepted']
  start: () => Promise<unknown>
  /** Books a meeting of Ada's, as if a day ago, with her reminders so many minutes before. */
  book: (startsAt: Temporal.Instant, offsets: number[], title?: string) => Promise<{ id: string; version: number }>
  /** The only reminder of a meeting. */
  reminderOf: (event: { id: string }) => Promise<Reminder>
}

async function openOffice({ onTestFinished }: TestContext): Promise<Office> {
  const world = await createTestWorld()
  const resend = await startResendStandIn()
  world.now = Temporal.Now.instant().subtract({ hours: 24 })
  const ada = await createOrganization(world)
  const env = {
    DATABASE_URL: world.url,
    ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 1).toString('base64')}`,
    RESEND_API_KEY: resend.apiKey,
    RESEND_BASE_URL: resend.baseUrl,
    SMTP_FROM_EMAIL: 'scheduling@example.com',
  }
  const open = new AsyncDisposableStack()
  open.defer(world.close)
  open.defer(resend.close)
  onTestFinished(() => open.disposeAsync())
  return {
    world,
    ada,
    resend,
    acceptedOf: (area) => resend.accepted.filter(({ key }) => key?.startsWith(area)),
    start() {
      const worker = startWorker(bundle, env)
      open.defer(async () => void (await worker.kill()))
      return worker.ready
    },
    async book(startsAt, reminderOffsetsMinutes, title = 'Planning') {
      const endsAt = startsAt.add({ minutes: 30 }).toString()
      const times = { startsAt: startsAt.toString(), endsAt, showsAs: 'FREE' }
      return (await createEvent(ada, eventInput({ title, ...times, reminderOffsetsMinutes }))).event
    },
    async reminderOf({ id }) {
      const [reminder, ...more] = await listReminders(ada, { eventId: id })
      if (!reminder || more.length > 0) throw new Error('Expected one reminder.')
      return reminder
    },
  }
}

const inMinutes = (minutes: number) => Temporal.Now.instant().add({ minutes })

/** Not at a full minute from now, so that the remaining time is rounded to the same one for most of a minute. */
const inAboutMinutes = (minutes: number) => inMinutes(minutes).add({ seconds: 25 })

describe.concurrent('a worker process and its reminders', { timeout: 120_000 }, () => {
  it('F3: two hours without a worker: late ones leave within a minute and say how long is left', async (context) => {
    const { ada, acceptedOf, start, book } = await openOffice(context)
    const soon = await book(inAboutMinutes(40), [160, 100], 'Soon')
    const later = await book(inAboutMinutes(90), [210, 5], 'Later')
    const begun = await book(inMinutes(-30), [90], 'Begun')
    const startedAt = Date.now()
    void start()
    await vi.waitUntil(() => acceptedOf('reminder').length === 2, PATIENCE)
    for (const { acceptedAt } of acceptedOf('reminder')) expect(acceptedAt - startedAt).toBeLessThan(MINUTE_MS)
    expect(
      acceptedOf('reminder')
        .map(({ payload }) => payload.subject)
        .toSorted(),
    ).toEqual([expect.stringMatching(/Later.* in 1 hour 30 minutes/), expect.stringMatching(/Soon.* in 40 minutes/)])
    const outcomesOf = async ({ id }: { id: string }) =>
      (await listReminders(ada, { eventId: id })).map(({ status, skipReason }) => skipReason ?? status)
    await vi.waitFor(async () => expect(await outcomesOf(soon)).toEqual(['NEARER_REMINDER', 'SENT']), PATIENCE)
    await vi.waitFor(async () => expect(await outcomesOf(later)).toEqual(['SENT', 'PENDING']), PATIENCE)
    await vi.waitFor(async () => expect(await outcomesOf(begun)).toEqual(['STARTED']), PATIENCE)
    expect(acceptedOf('reminder')).toHaveLength(2)
  })

  it.for([
    ['deleted', sql`delete from pgboss.job where name = 'scheduling-reminders'`],
    ['expired', sql`update pgboss.job set state = 'failed', completed_on = now() where name = 'scheduling-reminders'`],
    ['dropped', sql`update pgboss.job set state = 'cancelled' where name = 'scheduling-reminders'`],
  ] as const)(
    'F3: jobs that were %s are made again by the next sweep, and no reminder is lost',
    async (loss, context) => {
      const { world, acceptedOf, start, book } = await openOffice(context)
      for (let nth = 0; nth < 20; nth++) await book(inMinutes(60), [60])
      world.now = Temporal.Now.instant()
      expect(await sweepMails(runtimeOf(world))).toEqual({ mails: 20 })
      await world.owner.execute(loss[1])
      await start()
      await vi.waitUntil(() => acceptedOf('reminder').length === 20, PATIENCE)
      expect(new Set(acceptedOf('reminder').map(({ key }) => key)).size).toBe(20)
    },
  )

  it('F5: while the mail service is ill its words can be read; once it is well the reminder is sent once', async (context) => {
    const { resend, acceptedOf, start, book, reminderOf } = await openOffice(context)
    const event = await book(inMinutes(60), [60])
    resend.refuse = () => outage()
    await start()
    const shows = (words: RegExp) => async () =>
      expect(await reminderOf(event)).toMatchObject({ status: 'PENDING', error: expect.stringMatching(words) })
    await vi.waitFor(shows(/unexpected error/), PATIENCE)
    resend.refuse = () => rateLimited(60)
    await vi.waitFor(shows(/Too many requests/), PATIENCE)
    resend.refuse = () => null
    await vi.waitFor(
      async () => expect(await reminderOf(event)).toMatchObject({ status: 'SENT', error: null }),
      PATIENCE,
    )
    expect(acceptedOf('reminder')).toHaveLength(1)
  })

  it('F5: what the mail service rejects is FAILED in its words, the others leave; sent again, it has another key', async (context) => {
    const { ada, resend, acceptedOf, start, book, reminderOf } = await openOffice(context)
    const events = [await book(inMinutes(60), [60]), await book(inMinutes(60), [60]), await book(inMinutes(60), [60])]
    const rejection = { status: 422, name: 'validation_error', message: 'This address is not for sale.' }
    resend.refuse = () => (resend.requests.length === 0 ? rejection : null)
    await start()
    await vi.waitUntil(() => acceptedOf('reminder').length === 2, PATIENCE)
    const all = async () => Promise.all(events.map(reminderOf))
    await vi.waitFor(
      async () => expect((await all()).map(({ status }) => status).toSorted()).toEqual(['FAILED', 'SENT', 'SENT']),
      PATIENCE,
    )
    const failed = (await all()).find(({ status }) => status === 'FAILED')
    expect(failed?.error).toBe(rejection.message)
    const id = failed?.id ?? ''
    await sendAgain(ada, { id })
    await vi.waitUntil(() => acceptedOf('reminder').length === 3, PATIENCE)
    expect(resend.requests.filter((key) => key?.includes(id))).toEqual([`reminder/${id}/1`, `reminder/${id}/1/1`])
  })

  it('F3: of what nobody knows a day later nothing is sent, until somebody asks for it, under another key', async (context) => {
    const { world, ada, resend, acceptedOf, start, book, reminderOf } = await openOffice(context)
    const event = await book(inMinutes(60), [60])
    const { id } = await reminderOf(event)
    const longAgo = Temporal.Now.instant().subtract({ hours: 23, minutes: 1 }).toString()
    await world.owner.execute(sql`
      update mails set status = 'CLAIMED', claim = id, attempted_at = ${longAgo}, message = '{}' where id = ${id}`)
    await start()
    await vi.waitFor(async () => expect((await reminderOf(event)).status).toBe('UNKNOWN'), PATIENCE)
    expect(resend.requests).toEqual([])
    await sendAgain(ada, { id })
    await vi.waitUntil(() => acceptedOf('reminder').length === 1, PATIENCE)
    expect(resend.requests).toEqual([`reminder/${id}/1/1`])
  })

  it('F5: when the queue gives up, the reminder is FAILED with the last error', async (context) => {
    const { world, resend, start, book, reminderOf } = await openOffice(context)
    const event = await book(inMinutes(60), [60])
    world.now = Temporal.Now.instant()
    await sweepMails(runtimeOf(world))
    await world.owner.execute(sql`update pgboss.job set retry_count = retry_limit where name = 'scheduling-reminders'`)
    resend.refuse = () => outage()
    await start()
    await vi.waitFor(
      async () =>
        expect(await reminderOf(event)).toMatchObject({ status: 'FAILED', error: 'An unexpected error occurred.' }),
      PATIENCE,
    )
  })

  it('F4: no reminder of a cancelled meeting leaves, but one that was on its way, and that is followed by the news', async ({
    onTestFinished,
  }) => {
    const world = await createTestWorld()
    const provider = await startResend()
    const ctx = { ...(await createOrganization(world)), clock: () => Temporal.Now.instant() }
    const site = openKillSite({ databaseUrl: world.url, provider, bundle, ctx })
    onTestFinished(async () => {
      await site.close()
      await provider.close()
      await world.close()
    })
    const result = await raceCancellations(site, { rounds: 100 / EVENTS, random: Math.random })
    expect(result).toMatchObject({
      reminders: 200,
      pendingAfterCommit: 0,
      skippedAndAccepted: 0,
      unclaimedAndAccepted: 0,
      withoutCancellation: 0,
      twice: 0,
    })
    expect(result.skipped + result.acceptedBeforeCommit + result.acceptedAfterCommit).toBe(200)
  })

  it('F4: ten quick changes of the time give one reminder at the right one, and one update', async (context) => {
    const { world, ada, acceptedOf, start } = await openOffice(context)
    await setReminderSettings(ada, { offsetsMinutes: [] })
    // Too late for the guest's reminder a day before.
    world.now = inMinutes(-60)
    const timesAt = (startsAt: Temporal.Instant) => ({
      startsAt: startsAt.toString(),
      endsAt: startsAt.add({ minutes: 30 }).toString(),
    })
    const participants = [{ email: 'guest@example.com' }]
    let { event } = await createEvent(ada, eventInput({ ...timesAt(inMinutes(120)), participants }))
    await start()
    await vi.waitUntil(() => acceptedOf('invitation').length === 1, PATIENCE)
    const now = { ...ada, clock: () => Temporal.Now.instant() }
    const startsAt = inMinutes(60).add({ seconds: 15 })
    for (let change = 9; change >= 0; change--) {
      const times = timesAt(startsAt.subtract({ seconds: change }))
      event = (await updateEvent(now, updateInput(event, times))).event
    }
    world.now = Temporal.Now.instant()
    await sweepMails(runtimeOf(world))
    const open = sql`select id from mails where status in ('PENDING', 'CLAIMED')`
    await vi.waitUntil(async () => (await world.owner.execute(open)).length === 0, PATIENCE)
    expect(acceptedOf('invitation').map(({ payload }) => payload.subject)).toEqual([
      expect.stringMatching(/^Invitation: /),
      expect.stringMatching(/^Updated: /),
    ])
    expect(acceptedOf('reminder')).toHaveLength(1)
    const [reminder] = acceptedOf('reminder')
    const lateMs = (reminder?.acceptedAt ?? 0) - startsAt.subtract({ minutes: 60 }).epochMilliseconds
    expect(lateMs).toBeGreaterThanOrEqual(0)
    expect(lateMs).toBeLessThan(15_000)
  })
})
