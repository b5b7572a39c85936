import { randomUUID } from 'node:crypto'
import type { Event, Scope } from '@astralis/core/events/event'
import type { ServiceContext } from '@astralis/services/context'
import { createEvent } from '@astralis/services/events/create-event'
import { listEvents } from '@astralis/services/events/list-events'
import { updateEvent } from '@astralis/services/events/update-event'
import { deliverMails } from '@astralis/services/mail/deliver-mails'
import { createMailService, mailRuntime, type SentMail } from '@astralis/services/testing/mail-world'
import {
  addMember,
  createOrganization,
  eventInput,
  listInput,
  type TestWorld,
  updateInput,
} from '@astralis/services/testing/test-world'
import type postgres from 'postgres'

/** Meetings of one organization, and the mails that tell of them. Ada organizes, Bob has an account, the guest has none. */
export interface Life {
  ada: ServiceContext
  bob: ServiceContext
  guest: string
  /** All mails so far, in the order in which they arrived. */
  mails: SentMail[]
  /** Lets the time of grace pass and sends what waits; answers with that. */
  deliver: (order?: DeliveryOrder) => Promise<SentMail[]>
}

/** Together, or one by one as several workers would: the ones about single occurrences last, or first. */
export const DELIVERY_ORDERS = ['together', 'series first', 'occurrences first'] as const
type DeliveryOrder = (typeof DELIVERY_ORDERS)[number]

const GRACE_SECONDS = 6
/** Before the horizon of endless series, beyond which nothing is stored. */
export const WINDOW = { from: '2026-03-02T00:00:00Z', to: '2026-07-01T00:00:00Z' }

/** `owner` looks behind the curtain: which mails wait. */
export async function startLife(world: TestWorld, owner: postgres.Sql): Promise<Life> {
  const ada = await createOrganization(world)
  const { orgId } = ada.actor
  const bob = await addMember(world, orgId)
  const service = createMailService(0)
  const runtime = mailRuntime(world, service)

  async function listWaiting(order: DeliveryOrder): Promise<string[]> {
    const rows = await owner<{ id: string }[]>`
      select id from mails where org_id = ${orgId} and status = 'PENDING' and kind <> 'reminder'
      order by case when ${order === 'series first'} then original_starts_at end nulls first,
        original_starts_at desc nulls last, kind, created_at`
    return rows.map(({ id }) => id)
  }

  async function deliver(order: DeliveryOrder = 'together'): Promise<SentMail[]> {
    const known = service.accepted.length
    // A mail waits where an earlier one to the same person is under way.
    for (let ids = await listWaiting(order); ids.length > 0; ids = await listWaiting(order)) {
      world.now = world.now.add({ seconds: GRACE_SECONDS })
      const batches = order === 'together' ? [ids] : ids.map((id) => [id])
      for (const batch of batches) await deliverMails(runtime, orgId, batch)
    }
    return service.accepted.slice(known)
  }

  return { ada, bob, guest: `guest-${randomUUID()}@example.org`, mails: service.accepted, deliver }
}

/** Every Tuesday at ten in Berlin, six times, unless told otherwise: the clocks change after the third. */
export const WEEKLY = {
  startsAt: '2026-03-10T09:00:00Z',
  endsAt: '2026-03-10T10:00:00Z',
  timeZone: 'Europe/Berlin',
  recurrence: 'FREQ=WEEKLY;COUNT=6',
}

/** Books a meeting of Ada's with all three; its occurrences, where it has some. */
export async function book(life: Life, fields: Parameters<typeof eventInput>[0] = {}): Promise<Event[]> {
  const participants = [{ email: life.bob.actor.email }, { email: life.guest }]
  await createEvent(life.ada, eventInput({ participants, ...fields }))
  return storedEvents(life)
}

/** Everything that is stored, by its start; what was cancelled too. */
export async function storedEvents({ ada }: Life): Promise<Event[]> {
  return listEvents(ada, listInput(WINDOW))
}

/** Changes an event as Ada would. */
export async function change(
  { ada }: Life,
  event: Event,
  changes: Parameters<typeof updateInput>[1],
  scope: Scope = 'this',
): Promise<Event> {
  return (await updateEvent(ada, updateInput(event, { ...changes, scope }))).event
}

/** The times of an event, so many hours later. */
export function later({ startsAt, endsAt }: Event, hours: number) {
  return { startsAt: startsAt.add({ hours }).toString(), endsAt: endsAt.add({ hours }).toString() }
}

export function at<Item>(items: readonly Item[], index: number): Item {
  const item = items.at(index)
  if (item === undefined) throw new Error(`There is no item ${index} of ${items.length}.`)
  return item
}
