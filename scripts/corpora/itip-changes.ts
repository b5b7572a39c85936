import { type Event, SCOPES, type Scope } from '@astralis/core/events/event'
import { cancelEvent } from '@astralis/services/events/cancel-event'
import { deleteEvent } from '@astralis/services/events/delete-event'
import { respondToEvent } from '@astralis/services/events/respond-to-event'
import { ServiceError } from '@astralis/services/errors'
import fc from 'fast-check'
import { book, change, DELIVERY_ORDERS, later, type Life, storedEvents, WEEKLY } from './itip-life.ts'

/** What somebody does to one of the stored events, and to how much of its series. */
export interface Step {
  /** Which of the stored events, counted around. */
  nth: number
  scope: Scope
  action: keyof typeof ACTIONS
  /** How mails leave after it; null where the next change comes within the time of grace. */
  delivery: (typeof DELIVERY_ORDERS)[number] | null
}

type Action = (life: Life, event: Event, scope: Scope) => Promise<unknown>

const move =
  (hours: number): Action =>
  (life, event, scope) =>
    change(life, event, later(event, hours), scope)

const repeat =
  (recurrence: string | null): Action =>
  (life, event, scope) =>
    change(life, event, { recurrence }, scope)

/** Asks somebody to an event, or no longer. */
const toggle =
  (whom: (life: Life) => string): Action =>
  (life, event, scope) => {
    const email = whom(life)
    const others = event.participants.filter((person) => person.email !== email)
    const participants = [...others, ...(others.length === event.participants.length ? [{ email }] : [])]
    return change(life, event, { participants: participants.map(({ email }) => ({ email })) }, scope)
  }

const ACTIONS = {
  'an hour later': move(1),
  'three hours earlier': move(-3),
  'a day later': move(24),
  'a week later': move(7 * 24),
  'another title': (life, event, scope) => change(life, event, { title: `${event.title}!` }, scope),
  'the first title': (life, event, scope) => change(life, event, { title: 'Planning' }, scope),
  'another place': (life, event, scope) => change(life, event, { location: 'Room 7' }, scope),
  'every other week': repeat('FREQ=WEEKLY;INTERVAL=2;COUNT=4'),
  'every week': repeat('FREQ=WEEKLY;COUNT=6'),
  'every day': repeat('FREQ=DAILY;COUNT=4'),
  'not any more': repeat(null),
  'with or without Bob': toggle(({ bob }) => bob.actor.email),
  'with or without the guest': toggle(({ guest }) => guest),
  'Bob accepts': ({ bob }, { id }, scope) =>
    respondToEvent(bob, { id, status: 'accepted', scope: scope === 'this' ? 'this' : 'all' }),
  'Bob declines': ({ bob }, { id }, scope) =>
    respondToEvent(bob, { id, status: 'declined', scope: scope === 'this' ? 'this' : 'all' }),
  cancelled: ({ ada }, { id, version }, scope) => cancelEvent(ada, { id, version, scope }),
  'taken back': (life, event, scope) => change(life, event, { status: 'SCHEDULED' }, scope),
  deleted: ({ ada }, { id, version }, scope) => deleteEvent(ada, { id, version, scope }),
} as const satisfies Record<string, Action>

function isAction(name: string): name is keyof typeof ACTIONS {
  return name in ACTIONS
}

export const someStep: fc.Arbitrary<Step> = fc.record({
  nth: fc.nat(11),
  scope: fc.constantFrom(...SCOPES),
  action: fc.constantFrom(...Object.keys(ACTIONS).filter(isAction)),
  delivery: fc.constantFrom(...DELIVERY_ORDERS, null),
})

const BEGINNINGS = {
  once: {},
  'all day': { startsAt: '2026-03-27T23:00:00Z', endsAt: '2026-03-28T23:00:00Z', allDay: true },
  weekly: WEEKLY,
  endless: { ...WEEKLY, recurrence: 'FREQ=WEEKLY' },
  'some days': { ...WEEKLY, allDay: true, recurrence: 'FREQ=DAILY;COUNT=4' },
} as const

export interface Beginning {
  kind: keyof typeof BEGINNINGS
  isBobAsked: boolean
}

export const someBeginning: fc.Arbitrary<Beginning> = fc.record({
  kind: fc.constantFrom('once', 'all day', 'weekly', 'endless', 'some days'),
  isBobAsked: fc.boolean(),
})

export async function begin(life: Life, { kind, isBobAsked }: Beginning): Promise<void> {
  const people = [life.guest, ...(isBobAsked ? [life.bob.actor.email] : [])]
  await book(life, { timeZone: 'Europe/Berlin', ...BEGINNINGS[kind], participants: people.map((email) => ({ email })) })
}

/** What people try and may not is no change; answers with whether it was one. */
export async function take(life: Life, { nth, scope, action }: Step): Promise<boolean> {
  const events = await storedEvents(life)
  const event = events[nth % events.length]
  if (!event) return false
  try {
    await ACTIONS[action](life, event, scope)
    return true
  } catch (error) {
    if (error instanceof ServiceError) return false
    throw error
  }
}
