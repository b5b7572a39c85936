import { type ActivityFormat, exportActivityInput } from '@astralis/core/activity/activity-input'
import type { LogEntry } from '@astralis/core/activity/log-entry'
import { readCsv } from '@astralis/core/activity/testing/read-csv'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ServiceContext } from '../context.ts'
import { addMember, createOrganization, createTestWorld, type TestWorld } from '../testing/test-world.ts'
import { exportActivity } from './export-activity.ts'
import { listActivity } from './list-activity.ts'

let world: TestWorld
beforeAll(async () => {
  world = await createTestWorld()
})
afterAll(() => world.close())

/** So many entries that three parts are needed; every tenth is of the moment of the one before. */
async function fill({ orgId, userId }: ServiceContext['actor'], count: number): Promise<void> {
  await world.owner.execute(sql`
    insert into activity (org_id, id, at, actor_id, origin, action, entity, entity_id, after)
    select ${orgId}, gen_random_uuid(), timestamptz '2026-01-01' + (n - (n % 10) / 9) * interval '1 second', ${userId},
      'web 203.0.113.7', 'token.created', 'token', gen_random_uuid(), jsonb_build_object('name', '=Tool "' || n || E'",\n')
    from generate_series(1, ${count}) as n`)
}

async function parts(ctx: ServiceContext, format: ActivityFormat) {
  const found = []
  let next: string | null = null
  do {
    const part = await exportActivity(ctx, exportActivityInput.parse({ format, ...(next && { before: next }) }))
    found.push(part)
    next = part.next
  } while (next !== null)
  return found
}

describe('B7: the log as a file', () => {
  it('CSV: parts of 5,000 put together are one table with every entry once', async () => {
    const ada = await createOrganization(world)
    await fill(ada.actor, 10_001)
    const files = await parts(ada, 'csv')
    expect(files).toHaveLength(3)
    expect(files[0]).toMatchObject({ fileName: 'activity-2026-03-02.csv', mediaType: 'text/csv;charset=utf-8' })
    const file = files.map(({ text }) => text).join('')
    expect(file.startsWith('\uFEFFid,at,')).toBe(true)
    const [headings, ...rows] = readCsv(file.slice(1))
    expect(headings?.[8]).toBe('subject')
    expect(new Set(rows.map(([id]) => id)).size).toBe(10_001)
    const names = rows.map((row) => row[8] ?? '')
    expect(new Set(names).size).toBe(10_001)
    expect(names.every((name) => /^'=Tool "\d+",\n$/.test(name))).toBe(true)
  })

  it('JSON: a list of entries, as the list has them', async () => {
    const ada = await createOrganization(world)
    await fill(ada.actor, 20)
    const [file] = await parts(ada, 'json')
    expect(file).toMatchObject({ fileName: 'activity-2026-03-02.json', mediaType: 'application/json', next: null })
    const entries: LogEntry[] = JSON.parse(file?.text ?? '')
    expect(entries).toEqual((await listActivity(ada, {})).entries)
  })

  it('H2: holds what its reader may see', async () => {
    const ada = await createOrganization(world)
    const ben = await addMember(world, ada.actor.orgId, 'CLIENT')
    await fill(ada.actor, 3)
    await fill(ben.actor, 2)
    expect(JSON.parse((await parts(ben, 'json'))[0]?.text ?? '')).toHaveLength(2)
    expect(JSON.parse((await parts(ada, 'json'))[0]?.text ?? '')).toHaveLength(5)
  })
})
