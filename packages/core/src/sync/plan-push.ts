import type { CalendarEvent } from '../ical/calendar-event.ts'
import { Temporal } from '../temporal.ts'
import type { WriteThere } from './decide.ts'
import { isUnanswered, keyOf, type Link } from './link.ts'
import { formsOf, hasOccurrence, type ItemForms, shownItem, type StoredItem, usualForm } from './local-item.ts'
import { protectHere } from './protect-here.ts'

interface Pushing {
  local: StoredItem
  /** Of this item in this calendar; all that there are. */
  links: readonly Link[]
  memberEmail: string
  newId: () => string
}

export interface PlannedWrite {
  link: Link
  write: WriteThere
  /** What is here, which the calendar is to have as well; null for nothing any more. */
  here: CalendarEvent | null
}

/**
 * What is to be written to a linked calendar so that it has an item as it is here, if nothing has changed there since.
 * A series comes before its exceptions, and goes with them.
 */
export function planPush({ local: item, links, memberEmail, newId }: Pushing): PlannedWrite[] {
  const local = shownItem(item)
  const whole = links.find((link) => keyOf(link) === null)
  if (!whole || whole.problem !== null) return []
  const forms = formsOf(local)
  const first = writeFor(whole, forms.main, memberEmail)
  if (first && first.write.act !== 'update') return [first]
  if (!local.series || whole.base === null || isUnanswered(whole)) return first ? [first] : []
  const known = new Map(links.map((link) => [keyOf(link), link]))
  const keys = new Set([...forms.exceptions.keys(), ...links.flatMap((link) => keyOf(link) ?? [])])
  const exceptions = [...keys].flatMap((key) => {
    const here = formAt(local, forms, known.get(key), key)
    const link = known.get(key) ?? newException(local, whole, key, newId)
    return (link && link.problem === null && writeFor(link, here, memberEmail)) || []
  })
  return [...(first ? [first] : []), ...exceptions]
}

function writeFor(link: Link, here: CalendarEvent | null, memberEmail: string): PlannedWrite | null {
  const { owner, writeAccess } = link
  const base = isUnanswered(link) ? null : link.base
  const { there: write } = protectHere({ here, there: base?.there ?? null, base, owner, writeAccess, memberEmail })
  return write ? { link, write, here } : null
}

/** What is here of an exception. Of an occurrence without an event (too long ago, or far ahead): what was agreed. */
export function formAt(local: StoredItem, forms: ItemForms, link: Link | undefined, key: number): CalendarEvent | null {
  const form = forms.exceptions.get(key)
  if (form !== undefined) return form
  if (local.series && hasOccurrence(local, key)) return usualForm(local.series, key)
  return link?.base?.here ?? null
}

/** Of what the calendar has as its series says. */
function newException(local: StoredItem, whole: Link, key: number, newId: () => string): Link | null {
  if (!local.series) return null
  const usual = usualForm(local.series, key)
  return {
    ...whole,
    id: newId(),
    remoteId: null,
    idGeneration: 0,
    originalStartsAt: Temporal.Instant.fromEpochMilliseconds(key),
    seriesRemoteId: whole.remoteId,
    etag: null,
    webLink: null,
    base: { here: usual, there: usual },
    pushRequestedAt: null,
  }
}
