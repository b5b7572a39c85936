import { notFound } from './google-error.ts'
import type { Account, Mail, StoredCalendar, StoredEvent } from './model.ts'

/** Everything that the stand-in knows of calendars. */
export interface Store {
  accounts: Map<string, Account>
  calendars: Map<string, StoredCalendar>
  mails: Mail[]
  /** Grows with every version of every event. */
  version: number
  now: () => number
  newId: () => string
  /** Told after every change of a calendar. */
  onChange: (calendarId: string) => void
}

export function createStore(options: Pick<Store, 'now' | 'newId'>): Store {
  return { accounts: new Map(), calendars: new Map(), mails: [], version: 1, onChange: () => {}, ...options }
}

/** Keeps a new version of an event: a new ETag, `updated`, and the last place in its calendar's log. */
export function putEvent(store: Store, calendar: StoredCalendar, event: StoredEvent): StoredEvent {
  store.version += 1
  const kept: StoredEvent = {
    ...event,
    etag: `"${3_500_000_000_000_000 + store.version * 2}"`,
    updated: new Date(store.now()).toISOString(),
    change: calendar.log.length,
  }
  calendar.log.push(kept.id)
  calendar.events.set(kept.id, kept)
  if (kept.recurringEventId !== undefined) {
    const siblings = calendar.exceptions.get(kept.recurringEventId)
    if (siblings) siblings.add(kept.id)
    else calendar.exceptions.set(kept.recurringEventId, new Set([kept.id]))
  }
  store.onChange(calendar.id)
  return kept
}

/** The exceptions of a series, cancelled ones too. */
export function exceptionsOf(calendar: StoredCalendar, seriesId: string): StoredEvent[] {
  return [...(calendar.exceptions.get(seriesId) ?? [])].flatMap((id) => calendar.events.get(id) ?? [])
}

/** The calendar that `id` (or `primary`) means for an account; one that is not shared with it does not exist for it. */
export function calendarFor(store: Store, email: string, id: string): StoredCalendar {
  const calendar = store.calendars.get(id === 'primary' ? email : id.toLowerCase())
  if (!calendar || calendar.roles[email] === undefined) throw notFound()
  return calendar
}

export interface NewCalendar {
  id: string
  summary: string
  timeZone: string
  roles: StoredCalendar['roles']
}

export function addCalendar(store: Store, calendar: NewCalendar): StoredCalendar {
  const added = { ...calendar, events: new Map(), log: [], exceptions: new Map(), syncEpoch: 1 }
  store.calendars.set(calendar.id, added)
  return added
}

/** Adds an account with its primary calendar. */
export function addAccount(store: Store, account: Account, timeZone: string): StoredCalendar {
  const email = account.email.toLowerCase()
  store.accounts.set(email, { ...account, email })
  return addCalendar(store, { id: email, summary: email, timeZone, roles: { [email]: 'owner' } })
}
