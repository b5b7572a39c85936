import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cancelEvent } from '@astralis/services/events/cancel-event'
import { createTestWorld, type TestWorld } from '@astralis/services/testing/test-world'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { at, book, change, later, type Life, startLife, storedEvents, WEEKLY } from './itip-life.ts'

const hasKhal = spawnSync('khal', ['--version']).status === 0
if (!hasKhal) console.log('khal is not installed; its tests are skipped.')

/**
 * khal takes each mail as its user would: `khal import` of the file, which replaces what it has with the same UID. So it
 * is given mails about whole events and series only: one about a single occurrence would replace its series. What is
 * cancelled it keeps, and marks.
 */
describe.runIf(hasKhal)('F1: khal, fed with the mails to a guest, shows', () => {
  let world: TestWorld
  let owner: postgres.Sql
  let folder: string
  beforeAll(async () => {
    world = await createTestWorld()
    owner = postgres(world.url, { max: 1 })
  })
  afterAll(async () => {
    await owner.end()
    await world.close()
  })
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'astralis-khal-'))
    await mkdir(join(folder, 'calendar'))
    await writeFile(join(folder, 'config'), configOf(folder))
  })
  afterEach(() => rm(folder, { recursive: true }))

  /** `2026-03-10 09:00 Planning` for each that takes place, of everything khal has after the next mails. */
  async function shownNext(life: Life): Promise<string[]> {
    for (const { message } of await life.deliver())
      if (message.to.email === life.guest) khal(['import', '--batch', '-a', 'guest'], message.calendar?.content ?? '')
    const format = ['--day-format', '', '--format', '{cancelled}{start} {title}']
    const lines = khal(['list', ...format, '2026-03-01', '2026-05-01'], '').split('\n')
    return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('CANCELLED'))
  }

  function khal(args: string[], input: string): string {
    const { stdout, stderr, status } = spawnSync('khal', ['-c', join(folder, 'config'), ...args], {
      input,
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(stderr)
    return stdout
  }

  it('a meeting, then where it was moved to, then none', async () => {
    const life = await startLife(world, owner)
    const event = at(await book(life), 0)
    expect(await shownNext(life)).toEqual(['2026-03-10 09:00 Planning'])
    const moved = await change(life, event, { ...later(event, 25), title: 'Review' })
    expect(await shownNext(life)).toEqual(['2026-03-11 10:00 Review'])
    await cancelEvent(life.ada, moved)
    expect(await shownNext(life)).toEqual([])
  })

  it('a series across the change of clocks with its exception, and none of it once it is cancelled', async () => {
    const life = await startLife(world, owner)
    const events = await book(life, { ...WEEKLY, recurrence: 'FREQ=WEEKLY;COUNT=4' })
    await change(life, at(events, 1), { title: 'Special' })
    await change(life, at(events, 2), later(at(events, 2), 3))
    await life.deliver()
    await change(life, at(events, 0), { location: 'Room 7' }, 'all')
    expect(await shownNext(life)).toEqual([
      '2026-03-10 09:00 Planning',
      '2026-03-17 09:00 Special',
      '2026-03-24 12:00 Planning',
      '2026-03-31 08:00 Planning',
    ])
    await cancelEvent(life.ada, { ...at(await storedEvents(life), 0), scope: 'all' })
    expect(await shownNext(life)).toEqual([])
  })
})

function configOf(folder: string): string {
  return `
[calendars]
[[guest]]
path = ${join(folder, 'calendar')}
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = ${join(folder, 'khal.db')}
`
}
