import { setTimeout as pause } from 'node:timers/promises'
import { syncNow } from '@astralis/services/connections/sync-now'
import { bothStores } from './both-stores.ts'
import type { Linked } from './link-account.ts'
import { randomChanges } from './random-changes.ts'
import { waitUntilQuiet } from './settled-jobs.ts'
import type { SyncSite } from './sync-site.ts'

interface Storm {
  members: number
  /** Of all members together. */
  changes: number
  /** Numbers from 0 to 1. */
  random: () => number
}

/** How it went; the last four must be 0. */
export interface StormResult {
  kills: number
  made: number
  /** That take place in the end. */
  left: number
  lost: number
  twice: number
  different: number
  unlinked: number
}

const WORKERS = 2
const LONGEST_LIFE_MS = 1500
const LONGEST_PAUSE_MS = 200

/** People change both sides at random while two workers are killed again and again; then one lives. */
export async function stormSync(site: SyncSite, { members, changes, random }: Storm): Promise<StormResult> {
  const people: Linked[] = []
  while (people.length < members) people.push(await site.link(await site.addMember()))
  const changing = people.map((linked) => ({ linked, ...randomChanges(site, linked, random) }))

  const storm = { isOver: false }
  const kill = async () => {
    let kills = 0
    for (; !storm.isOver; kills++) {
      const worker = site.start()
      await worker.ready
      await pause(random() * LONGEST_LIFE_MS)
      await worker.kill()
    }
    return kills
  }
  const killing = Promise.all(Array.from({ length: WORKERS }, kill))
  await Promise.all(
    changing.map(async ({ next }) => {
      for (let change = 0; change < changes / members; change++) {
        await next()
        await pause(random() * LONGEST_PAUSE_MS)
      }
    }),
  )
  storm.isOver = true
  const kills = (await killing).reduce((sum, count) => sum + count, 0)

  const survivor = site.start()
  await survivor.ready
  for (const { ctx, connectionId } of people) await syncNow(ctx, { id: connectionId })
  await waitUntilQuiet(site)
  await survivor.kill()

  const result = { kills, made: 0, left: 0, lost: 0, twice: 0, different: 0, unlinked: 0 }
  for (const { linked, made } of changing) {
    const { here, there, unlinked, waiting } = await bothStores(site, linked)
    const lines = [...made].map(([mark, { isDeleted }]) => {
      const [onHere, onThere] = [here, there].map((store) => store.filter((line) => line.includes(`(${mark})`)).length)
      return { isLost: !isDeleted && (onHere === 0 || onThere === 0), isTwice: Math.max(onHere ?? 0, onThere ?? 0) > 1 }
    })
    result.made += made.size
    result.left += here.length
    result.lost += lines.filter(({ isLost }) => isLost).length
    result.twice += lines.filter(({ isTwice }) => isTwice).length
    result.different +=
      here.filter((line, index) => line !== there[index]).length + Math.abs(here.length - there.length)
    result.unlinked += unlinked + waiting
  }
  return result
}
