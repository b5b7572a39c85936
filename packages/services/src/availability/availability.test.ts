import {
  type RemoveOverrideInput,
  removeOverrideInput,
  setAvailabilityInput,
  setOverrideInput,
} from '@astralis/core/availability/availability-input'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ServiceContext } from '../context.ts'
import { addMember, createOrganization, createTestWorld, type TestWorld } from '../testing/test-world.ts'
import { getAvailability } from './get-availability.ts'
import { removeOverride } from './remove-override.ts'
import { setAvailability } from './set-availability.ts'
import { setOverride } from './set-override.ts'

let world: TestWorld
let admin: ServiceContext
let ben: ServiceContext

beforeAll(async () => {
  world = await createTestWorld()
  admin = await createOrganization(world)
  ben = await addMember(world, admin.actor.orgId)
})
afterAll(() => world.close())

const set = (ctx: ServiceContext, input: unknown) => setAvailability(ctx, setAvailabilityInput.parse(input))
const onDate = (ctx: ServiceContext, input: unknown) => setOverride(ctx, setOverrideInput.parse(input))
const clear = (ctx: ServiceContext, input: RemoveOverrideInput) => removeOverride(ctx, removeOverrideInput.parse(input))

const EVENING = { dayOfWeek: 2, startTime: '22:00', endTime: '06:00', isActive: true }

describe('D1, D2: availability', () => {
  it('is weekdays from nine to five until somebody says otherwise', async () => {
    const { timeZone, rules, overrides } = await getAvailability(admin, {})
    expect(timeZone).toBe('Europe/Berlin')
    expect(rules.map(({ dayOfWeek, startTime, endTime }) => `${dayOfWeek} ${startTime}-${endTime}`)).toEqual(
      [1, 2, 3, 4, 5].map((day) => `${day} 09:00-17:00`),
    )
    expect(overrides).toEqual([])
  })

  it('keeps what a change leaves out', async () => {
    await set(ben, { rules: [EVENING], bufferBeforeMinutes: 10 })
    await onDate(ben, { date: '2026-12-24', ranges: [] })
    const changed = await set(ben, { timeZone: 'Asia/Kolkata' })
    expect(changed).toEqual({
      timeZone: 'Asia/Kolkata',
      rules: [EVENING],
      overrides: [{ date: '2026-12-24', ranges: [] }],
      bufferBeforeMinutes: 10,
      bufferAfterMinutes: 0,
    })
    expect(await getAvailability(admin, { userId: ben.actor.userId })).toEqual(changed)
    expect(await set(ben, changed)).toEqual(changed)
  })

  it('an override replaces the one of its date, and is taken back', async () => {
    const hours = [{ startTime: '10:00', endTime: '24:00' }]
    await onDate(ben, { date: '2026-12-31', ranges: [] })
    const { overrides } = await onDate(ben, { date: '2026-12-31', ranges: hours })
    expect(overrides.filter(({ date }) => date === '2026-12-31')).toEqual([{ date: '2026-12-31', ranges: hours }])
    expect((await clear(ben, { date: '2026-12-31' })).overrides.map(({ date }) => date)).toEqual(['2026-12-24'])
    expect((await clear(ben, { date: '2026-12-31' })).overrides.map(({ date }) => date)).toEqual(['2026-12-24'])
  })

  it('no rules at all mean never, which is not the same as never said', async () => {
    const member = await addMember(world, admin.actor.orgId)
    await set(member, { rules: [] })
    expect((await getAvailability(member, {})).rules).toEqual([])
  })

  it('an admin changes everybody’s, others only their own, and nobody another organization’s', async () => {
    const changed = await set(admin, { userId: ben.actor.userId, bufferAfterMinutes: 15 })
    expect(changed.bufferAfterMinutes).toBe(15)
    await expect(set(ben, { userId: admin.actor.userId, rules: [] })).rejects.toMatchObject({ reason: 'NOT_ALLOWED' })
    const stranger = await createOrganization(world)
    const userId = ben.actor.userId
    await expect(set(stranger, { userId, rules: [] })).rejects.toMatchObject({ reason: 'NOT_FOUND' })
    await expect(getAvailability(stranger, { userId })).rejects.toMatchObject({ reason: 'NOT_FOUND' })
  })

  it('changes at the same time lose nothing', async () => {
    const member = await addMember(world, admin.actor.orgId)
    await Promise.all([
      set(member, { bufferBeforeMinutes: 5 }),
      set(member, { bufferAfterMinutes: 20 }),
      set(member, { timeZone: 'Asia/Tokyo' }),
    ])
    const { bufferBeforeMinutes, bufferAfterMinutes, timeZone } = await getAvailability(member, {})
    expect({ bufferBeforeMinutes, bufferAfterMinutes, timeZone }).toEqual({
      bufferBeforeMinutes: 5,
      bufferAfterMinutes: 20,
      timeZone: 'Asia/Tokyo',
    })
  })

  it('B7: each change is in the activity log', async () => {
    const rows = await world.owner.execute(
      sql`select before->>'timeZone' as before, after->>'timeZone' as after from activity
        where action = 'availability.changed' and entity_id = ${ben.actor.userId} order by at, id`,
    )
    expect(rows).toContainEqual({ before: 'Europe/Berlin', after: 'Asia/Kolkata' })
  })
})
