import { Temporal } from '@astralis/core/temporal'
import { listBusyTimes } from '@astralis/db/queries/list-busy-times'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ServiceContext } from '../context.ts'
import { createEvent } from '../events/create-event.ts'
import { createOrganization, createTestWorld, eventInput, type TestWorld } from '../testing/test-world.ts'
import { inOrganization } from '../transaction.ts'

const GUEST = 'guest@example.org'
const FROM = '2026-03-10T00:00:00Z'
const TO = '2026-03-17T00:00:00Z'

let world: TestWorld
let ada: ServiceContext

beforeEach(async () => {
  world = await createTestWorld()
  ada = await createOrganization(world)
})
afterEach(() => world.close())

/** The guest's event, as Ada creates it; ends an hour after it starts. */
async function meet(startsAt: string, fields: Parameters<typeof eventInput>[0] = {}) {
  const endsAt = Temporal.Instant.from(startsAt).add({ hours: 1 }).toString()
  const { event } = await createEvent(
    ada,
    eventInput({ startsAt, endsAt, participants: [{ email: GUEST }], ...fields }),
  )
  return event
}

function busyTimes(emails: string[], { actor }: ServiceContext = ada) {
  const span = { startsAt: Temporal.Instant.from(FROM), endsAt: Temporal.Instant.from(TO) }
  return inOrganization(world, actor.orgId, (tx) => listBusyTimes(tx, { orgId: actor.orgId, emails, span }))
}

/** The guest's busy time as text, `2026-03-10T09:00:00Z/2026-03-10T10:00:00Z`. */
async function guestIsBusy(caller = ada): Promise<string[]> {
  const times = (await busyTimes([GUEST], caller)).get(GUEST) ?? []
  const texts = times.map((time) => Temporal.Instant.fromEpochMilliseconds(time).toString())
  return texts.flatMap((text, index) => (index % 2 === 0 ? [`${text}/${texts[index + 1]}`] : []))
}

const NINE_TO_TEN = '2026-03-10T09:00:00Z/2026-03-10T10:00:00Z'

describe('E1: busy time', () => {
  it('is that of each person asked about, and of nobody who has none', async () => {
    await meet('2026-03-10T09:00:00Z', { participants: [{ email: GUEST }, { email: 'other@example.org' }] })
    const times = await busyTimes([GUEST, ada.actor.email, 'nobody@example.org'])
    const nine = [Date.parse('2026-03-10T09:00:00Z'), Date.parse('2026-03-10T10:00:00Z')]
    expect(times).toEqual(
      new Map([
        [GUEST, nine],
        [ada.actor.email, nine],
      ]),
    )
  })

  it('does not come from events that need the person no more, or never did', async () => {
    await meet('2026-03-10T09:00:00Z')
    await meet('2026-03-10T11:00:00Z', { participants: [{ email: GUEST, isOptional: true }] })
    await meet('2026-03-10T12:00:00Z', { showsAs: 'FREE' })
    const declined = await meet('2026-03-10T13:00:00Z')
    await world.owner.execute(
      sql`update participants set status = 'declined' where event_id = ${declined.id} and email = ${GUEST}`,
    )
    expect(await guestIsBusy()).toEqual([NINE_TO_TEN])
  })

  it('follows the status of the event', async () => {
    const { id } = await meet('2026-03-10T09:00:00Z')
    const busyIn: Record<string, boolean> = {}
    for (const status of ['SCHEDULED', 'CONFIRMED', 'CONFLICT', 'CANCELLED', 'COMPLETED']) {
      await world.owner.execute(sql`update events set status = ${status} where id = ${id}`)
      busyIn[status] = (await guestIsBusy()).length === 1
    }
    expect(busyIn).toEqual({ SCHEDULED: true, CONFIRMED: true, CONFLICT: true, CANCELLED: false, COMPLETED: false })
  })

  it('includes imported events', async () => {
    const { id } = await meet('2026-03-10T09:00:00Z')
    await world.owner.execute(sql`update events set source = 'google' where id = ${id}`)
    expect(await guestIsBusy()).toEqual([NINE_TO_TEN])
  })

  it('is merged and in order, also where events overlap or touch', async () => {
    await meet('2026-03-12T09:00:00Z')
    await meet('2026-03-10T10:00:00Z')
    await meet('2026-03-10T09:00:00Z')
    await meet('2026-03-12T09:30:00Z')
    expect(await guestIsBusy()).toEqual([
      '2026-03-10T09:00:00Z/2026-03-10T11:00:00Z',
      '2026-03-12T09:00:00Z/2026-03-12T10:30:00Z',
    ])
  })

  it('reaches over the edges of the span, and nothing beside it counts', async () => {
    await meet('2026-03-09T22:00:00Z')
    await meet('2026-03-09T23:30:00Z')
    await meet('2026-03-16T23:30:00Z')
    await meet('2026-03-17T00:30:00Z')
    expect(await guestIsBusy()).toEqual([
      '2026-03-09T23:30:00Z/2026-03-10T00:30:00Z',
      '2026-03-16T23:30:00Z/2026-03-17T00:30:00Z',
    ])
  })

  it.each([
    ['2026-02-01T00:00:00Z', '2026-03-11T00:00:00Z'],
    ['2026-03-08T00:00:00Z', '2026-03-10T00:00:01Z'],
    ['2026-03-09T00:00:00Z', '2026-03-11T00:00:00Z'],
    ['2026-03-09T00:00:00.000001Z', '2026-03-10T00:00:01Z'],
    ['2026-03-14T00:00:00Z', '2026-04-14T00:00:00Z'],
  ])('finds an event of days once: %s to %s', async (startsAt, endsAt) => {
    await meet(startsAt, { endsAt })
    expect((await guestIsBusy()).length).toBe(1)
  })

  it('ends an event of days when it ends', async () => {
    await meet('2026-02-01T00:00:00Z', { endsAt: '2026-03-10T00:00:00Z' })
    expect(await guestIsBusy()).toEqual([])
  })

  it('rounds fractions of a millisecond outwards', async () => {
    await meet('2026-03-10T09:00:00.000999Z', { endsAt: '2026-03-10T09:59:59.999001Z' })
    expect(await guestIsBusy()).toEqual([NINE_TO_TEN])
  })

  it('ends at the organization: the same address elsewhere is somebody else', async () => {
    await meet('2026-03-10T09:00:00Z')
    const other = await createOrganization(world)
    expect(await guestIsBusy(other)).toEqual([])
  })
})
