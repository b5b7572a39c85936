import type { CalendarEvent } from '../ical/calendar-event.ts'
import { decide, type Decision, type SyncBase } from './decide.ts'
import { drawItem } from './draw-item.ts'
import type { Drawing, ItemPlan } from './drawing.ts'
import { keyOf, type Link } from './link.ts'
import { linkAfter, newLink, withResult } from './link-after.ts'
import {
  formsOf,
  hasOccurrence,
  type ItemForms,
  type LocalItem,
  shownItem,
  type StoredItem,
  usualForm,
} from './local-item.ts'
import { formAt, planPush } from './plan-push.ts'
import { protectHere } from './protect-here.ts'
import type { RemoteItem } from './remote-item.ts'
import { resultOf } from './result-of.ts'

/** An entry of a linked calendar, and what it stands for in its item here. */
export interface Arrival {
  item: RemoteItem
  /** The slot of an exception (epoch milliseconds), or null for the whole. */
  key: number | null
}

export interface Reconciling {
  local: LocalItem
  /** Of this item in this calendar; all that there are. */
  links: readonly Link[]
  arrivals: readonly Arrival[]
  calendarId: string
  /** The address here of the calendar's person. */
  memberEmail: string
  /** The full list that is being read, or was read last. */
  generation: number
  /** True where the calendar has just refused what we wrote: then what is there is to be here as well. */
  isRefused: boolean
  drawing: Drawing
}

export interface Reconciled {
  plan: ItemPlan
  /** As they are to be stored. */
  links: Link[]
  /** Exceptions of a series that is gone. */
  dropped: Link[]
  decisions: { link: Link; decision: Decision }[]
}

/**
 * What news from a linked calendar makes of an item here, and of what is remembered of it. Nothing is written there: what
 * is to be, waits in its link for the push that follows. Throws ItemError and RecurrenceError for what can not be here.
 */
export function reconcile(input: Reconciling): Reconciled {
  const { local, drawing } = input
  const shown = shownItem(local)
  const forms = formsOf(local)
  const wanted: ItemForms = { main: forms.main, exceptions: new Map(forms.exceptions) }
  const linkOf = new Map(input.links.map((link) => [keyOf(link), link]))
  const decisions: Reconciled['decisions'] = []
  // The whole first, so that a series is there before its exceptions are.
  for (const { item, key } of input.arrivals.toSorted(wholeFirst)) {
    const known = linkOf.get(key)
    const link = known ?? newLink(input, item, key)
    const here = key === null ? forms.main : formAt(shown, forms, known, key)
    const base = known ? known.base : impliedBase(shown, key)
    const decision = look(input, { link, here, base, item })
    if (decision.here !== undefined) putForm(wanted, key, decision.here)
    else if (here && decision.outcome === 'adopt') putForm(wanted, key, withMember(here, item, input.memberEmail))
    // An occurrence that never had an event here gets none.
    else if (item.event === null && key !== null && !decision.there) putForm(wanted, key, null)
    const next = linkAfter(link, item, decision, input)
    linkOf.set(key, next)
    decisions.push({ link: next, decision })
  }
  const plan = drawItem(local, wanted, drawing)
  const stored = resultOf(local, plan)
  const result = formsOf(stored)
  const decided = new Map(decisions.map(({ link, decision }) => [link.id, decision]))
  const all = [...linkOf.values()]
  const links = all.filter(livesOn(local, stored, all)).map((link) => {
    const decision = decided.get(link.id)
    return decision ? withResult(link, resultFor(result, link), decision.there) : link
  })
  const kept = new Set(links.map(({ id }) => id))
  return {
    plan,
    links: withRequest(stored, links, input),
    dropped: input.links.filter(({ id }) => !kept.has(id)),
    decisions,
  }
}

/** Exceptions go with their series, with its id there, and with their slots. */
function livesOn(local: LocalItem, stored: StoredItem, links: readonly Link[]): (link: Link) => boolean {
  const whole = links.find((link) => keyOf(link) === null)
  const isOn = stored.series !== null && formsOf(stored).main !== null && whole?.remoteId !== null
  return (link) => {
    const key = keyOf(link)
    return key === null || (isOn && (hasOccurrence(stored, key) || !hasOccurrence(local, key)))
  }
}

/** Whatever differs now from what is there waits for the push: also what follows from a change, as exceptions do. */
function withRequest(stored: StoredItem, links: readonly Link[], { memberEmail, drawing }: Reconciling): Link[] {
  if (planPush({ local: stored, links, memberEmail, newId: drawing.newId }).length === 0) return [...links]
  return links.map((link) => (keyOf(link) === null ? { ...link, pushRequestedAt: drawing.now } : link))
}

interface Look {
  link: Link
  here: CalendarEvent | null
  base: SyncBase | null
  item: RemoteItem
}

function look({ memberEmail, isRefused }: Reconciling, { link, here, base, item }: Look): Decision {
  const access = { owner: link.owner, writeAccess: item.event ? item.writeAccess : link.writeAccess, memberEmail }
  const state = { here, there: item.event, base, ...access }
  // What was changed here while it still might be is refused there by now.
  const isTakenBack = link.writeAccess === 'all' && access.writeAccess !== 'all'
  return isRefused || isTakenBack ? decide(state) : protectHere(state)
}

/** What is new to us of a series that both sides have was as the series is. */
function impliedBase(local: StoredItem, key: number | null): SyncBase | null {
  if (key === null || !local.series || !hasOccurrence(local, key)) return null
  const usual = usualForm(local.series, key)
  return { here: usual, there: usual }
}

/** Whoever has a meeting in their calendar takes part in it. */
function withMember(here: CalendarEvent, { event }: RemoteItem, memberEmail: string): CalendarEvent {
  const isMember = ({ email }: { email: string }) => email === memberEmail
  const member = event?.participants.find(isMember)
  if (!member || here.participants.some(isMember)) return here
  return { ...here, participants: [...here.participants, member] }
}

function putForm(forms: ItemForms, key: number | null, form: CalendarEvent | null): void {
  if (key === null) forms.main = form
  else forms.exceptions.set(key, form)
}

function resultFor(result: ItemForms, link: Link): CalendarEvent | null | undefined {
  const key = keyOf(link)
  return key === null ? result.main : result.exceptions.get(key)
}

function wholeFirst(a: Arrival, b: Arrival): number {
  return (a.key ?? -Infinity) - (b.key ?? -Infinity)
}
