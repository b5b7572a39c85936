import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '@astralis/db/embedded'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ServiceContext } from './context.ts'
import { createEvent } from './events/create-event.ts'
import { getEvent } from './events/get-event.ts'
import { FAST_SETTINGS } from './testing/postgres-setup.ts'
import { createTemplate } from './testing/template.ts'
import { type TestPostgres, testPostgres } from './testing/test-postgres.ts'
import { createOrganization, createTestWorld, eventInput, type TestWorld } from './testing/test-world.ts'
import { violationsIn } from './testing/violations.ts'
import { databaseCode, databaseConstraint } from './transaction.ts'

const DEBIAN_15 = '/usr/lib/postgresql/15/bin'

/** What every supported PostgreSQL must refuse, whoever writes: here its superuser, past all services. */
function holdsInvariants(server: () => Promise<TestPostgres>) {
  let world: TestWorld
  let ada: ServiceContext
  beforeAll(async () => {
    world = await createTestWorld(await server())
  })
  afterAll(() => world.close())

  const NINE = { startsAt: '2026-03-10T09:00:00Z', endsAt: '2026-03-10T10:00:00Z' }
  const TEN = { startsAt: '2026-03-10T10:00:00Z', endsAt: '2026-03-10T11:00:00Z' }

  async function twoMeetings() {
    ada = await createOrganization(world)
    const { event: nine } = await createEvent(ada, eventInput(NINE))
    const { event: ten } = await createEvent(ada, eventInput(TEN))
    return { nine, ten }
  }

  const refusal = async (statement: ReturnType<typeof sql>) => {
    try {
      await world.owner.execute(statement)
      return 'accepted'
    } catch (error) {
      return [databaseCode(error), databaseConstraint(error)]
    }
  }

  it('invariant 1: moving into an overlap breaks the exclusion constraint', async () => {
    const { ten } = await twoMeetings()
    const move = sql`update events set starts_at = ${NINE.startsAt}::timestamptz + interval '59 minutes' where id = ${ten.id}`
    expect(await refusal(move)).toEqual(['23P01', 'participants_no_overlap'])
  })

  it('invariant 1: promoting a conflict into taken time breaks it too', async () => {
    await twoMeetings()
    const { event: waiting } = await createEvent(ada, eventInput(NINE))
    expect(waiting.status).toBe('CONFLICT')
    for (const status of ['SCHEDULED', 'CONFIRMED'])
      expect(await refusal(sql`update events set status = ${status}::event_status where id = ${waiting.id}`)).toEqual([
        '23P01',
        'participants_no_overlap',
      ])
  })

  it('invariant 1: so do a guest who is added and an optional one who becomes required', async () => {
    const { nine } = await twoMeetings()
    const guest = [{ email: 'guest@example.org' }]
    await createEvent(
      ada,
      eventInput({
        startsAt: '2026-03-10T09:30:00Z',
        endsAt: '2026-03-10T09:45:00Z',
        participants: guest,
        showsAs: 'FREE',
      }),
    )
    const other = await createOrganization(world)
    await createEvent(other, eventInput({ ...NINE, participants: guest }))
    const add = (optional: boolean) => sql`
      insert into participants
        (org_id, event_id, email, status, is_optional, is_organizer, starts_at, ends_at, event_blocks, event_takes_time)
      select org_id, id, ${ada.actor.email}, 'pending', ${optional}, false, starts_at, ends_at, blocks, takes_time
      from events where title = 'Other' and org_id = ${ada.actor.orgId}`
    const someone = await createEvent(
      { ...ada, actor: { ...ada.actor, email: 'someone@example.org' } },
      eventInput({ ...NINE, title: 'Other' }),
    )
    expect(someone.event.status).toBe('SCHEDULED')
    expect(await refusal(add(false))).toEqual(['23P01', 'participants_no_overlap'])
    expect(await refusal(add(true))).toBe('accepted')
    expect(
      await refusal(sql`update participants set is_optional = false where event_id = ${someone.event.id}`),
    ).toEqual(['23P01', 'participants_no_overlap'])
    await world.owner.execute(
      sql`delete from participants where event_id = ${someone.event.id} and email = ${ada.actor.email}`,
    )
    expect((await getEvent(ada, nine)).status).toBe('SCHEDULED')
  })

  it('invariant 1: a share can not say something else than its event', async () => {
    const { nine } = await twoMeetings()
    const lies = [
      sql`event_blocks = false`,
      sql`event_takes_time = false`,
      sql`ends_at = ends_at - interval '1 minute'`,
    ]
    for (const lie of lies)
      expect(await refusal(sql`update participants set ${lie} where event_id = ${nine.id}`)).toEqual([
        '23503',
        'participants_share_fk',
      ])
  })

  it('invariant 2: an event ends after it starts, and both are finite', async () => {
    const { ten } = await twoMeetings()
    const set = (change: ReturnType<typeof sql>) => refusal(sql`update events set ${change} where id = ${ten.id}`)
    expect(await set(sql`ends_at = starts_at`)).toEqual(['23514', 'events_span'])
    expect(await set(sql`ends_at = starts_at - interval '1 second'`)).toEqual(['23514', 'events_span'])
    // PostgreSQL 15 can not even compute the length of an infinite event (22008), later ones meet the check.
    for (const endless of [sql`ends_at = 'infinity'`, sql`starts_at = '-infinity'`])
      expect((await set(endless))[0]).toMatch(/^(23514|22008)$/)
  })

  it('invariant 4: a writer without our locks turns a booking into a conflict, not a fault', async () => {
    ada = await createOrganization(world)
    const { event } = await createEvent(ada, eventInput({ ...NINE, showsAs: 'FREE' }))
    let booking: Promise<{ event: { status: string } }> | undefined
    await world.owner.transaction(async (tx) => {
      await tx.execute(sql`update events set shows_as = 'BUSY' where id = ${event.id}`)
      booking = createEvent(ada, eventInput(NINE))
      // Commits once the booking waits for this transaction at the exclusion constraint.
      await waitForBlockedWriter(world)
    })
    expect((await booking)?.event.status).toBe('CONFLICT')
  })

  it('invariant 7: imported events overlap anything, count as busy, and are never refused', async () => {
    const { nine } = await twoMeetings()
    await world.owner.execute(sql`update events set source = 'google' where id = ${nine.id}`)
    const { event } = await createEvent(ada, eventInput(NINE))
    expect(event).toMatchObject({ status: 'CONFLICT', conflicts: [{ eventId: nine.id, source: 'google' }] })
    expect(
      await refusal(sql`update events set starts_at = ${TEN.startsAt}, ends_at = ${TEN.endsAt} where id = ${nine.id}`),
    ).toBe('accepted')
    await world.owner.execute(
      sql`update events set starts_at = ${NINE.startsAt}, ends_at = ${NINE.endsAt} where id = ${nine.id}`,
    )
  })

  it('all of them hold in what these tests leave behind', async () => {
    expect(await violationsIn(world.db)).toEqual([])
  })
}

async function waitForBlockedWriter(world: TestWorld): Promise<void> {
  for (;;) {
    const [row] = await world.db.execute(sql`
      select count(*)::int as waiting from pg_locks where not granted and locktype = 'transactionid'`)
    if (row?.['waiting'] === 1) return
  }
}

describe('C2: the database refuses double bookings, whoever writes', () => {
  describe('PostgreSQL 18, embedded', () => holdsInvariants(() => Promise.resolve(testPostgres())))

  // I2: runs where Debian's postgresql-15 is installed.
  describe.skipIf(!existsSync(DEBIAN_15))('I2: PostgreSQL 15 from Debian', () => {
    let stop: () => Promise<void>
    afterAll(() => stop())
    holdsInvariants(async () => {
      const dataDir = await mkdtemp(join(tmpdir(), 'astralis-pg15-'))
      const postgres = await startEmbeddedPostgres({ dataDir, binDir: DEBIAN_15, settings: FAST_SETTINGS })
      stop = async () => {
        await postgres.stop()
        await rm(dataDir, { recursive: true, force: true })
      }
      return { url: postgres.url, template: await createTemplate(postgres.url) }
    })
  })
})
