import { updateEventInput } from '@astralis/core/events/event-input'
import { ServiceError } from '@astralis/services/errors'
import { cancelEvent } from '@astralis/services/events/cancel-event'
import { createEvent } from '@astralis/services/events/create-event'
import { deleteEvent } from '@astralis/services/events/delete-event'
import { updateEvent } from '@astralis/services/events/update-event'
import { sql } from 'drizzle-orm'
import type { Linked } from './link-account.ts'
import { eventHere, eventThere, timeOf } from './sync-samples.ts'
import type { SyncSite } from './sync-site.ts'

/** What people did on both sides of one account. */
export interface RandomChanges {
  /** One change somewhere; events that were deleted meanwhile, or have just been changed by the sync, are left alone. */
  next: () => Promise<void>
  /** Marks of events that somebody made, by whether anybody has deleted them. */
  made: ReadonlyMap<string, { isDeleted: boolean }>
}

/** People who make, move, rename and delete events on both sides; `random` gives numbers from 0 to 1. */
export function randomChanges(site: SyncSite, { ctx, account }: Linked, random: () => number): RandomChanges {
  const { control } = site.google
  const made = new Map<string, { isDeleted: boolean }>()
  let count = 0

  const one = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)]
  const newTitle = () => `Title ${count}`
  /** Half an hour within the hour that the event has for itself. */
  const newTime = (index: number) => timeOf(index, Math.floor(random() * 6) * 5)
  const mark = () => {
    const description = `made ${made.size}`
    made.set(description, { isDeleted: false })
    return { index: made.size - 1, description }
  }
  const markDeleted = (description: string) => made.set(description, { isDeleted: true })
  const indexOf = (description: string) => Number(description.split(' ')[1])

  async function changeHere(): Promise<void> {
    const action = random()
    if (action < 0.4 || made.size < 5) {
      const { index, description } = mark()
      await createEvent(ctx, eventHere(index, { description, title: newTitle() }))
      return
    }
    const event = one([
      ...(await site.owner.execute<{ id: string; version: number; description: string }>(sql`
        select id, version, description from events
        where org_id = ${ctx.actor.orgId} and status <> 'CANCELLED' order by description`)),
    ])
    if (!event) return
    const { id, version, description } = event
    if (action < 0.6) await updateEvent(ctx, updateEventInput.parse({ id, version, title: newTitle() }))
    else if (action < 0.8)
      await updateEvent(ctx, updateEventInput.parse({ id, version, ...newTime(indexOf(description)) }))
    else {
      // Before it is done: the worker may make it known at once.
      markDeleted(description)
      if (action < 0.9) await cancelEvent(ctx, { id, version })
      else await deleteEvent(ctx, { id, version })
    }
  }

  function changeThere(): void {
    const action = random()
    const { index, description } = action < 0.4 ? mark() : { index: 0, description: '' }
    if (description !== '') return void control.insert(account, eventThere(index, { description, summary: newTitle() }))
    const event = one(control.events(account))
    if (!event) return
    const { id, description: known = '' } = event
    if (action < 0.6) control.patch(account, id, { summary: newTitle() })
    else if (action < 0.8) {
      const { start, end } = eventThere(0)
      const { startsAt, endsAt } = newTime(indexOf(known))
      control.patch(account, id, { start: { ...start, dateTime: startsAt }, end: { ...end, dateTime: endsAt } })
    } else {
      markDeleted(known)
      control.delete(account, id)
    }
  }

  return {
    made,
    async next() {
      count++
      try {
        if (random() < 0.5) await changeHere()
        else changeThere()
      } catch (error) {
        // The sync has changed it since it was looked at.
        if (!(error instanceof ServiceError)) throw error
      }
    },
  }
}
