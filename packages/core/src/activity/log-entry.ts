/** What the log keeps of a thing: the fields that changed and what names it, as they are on the wire. */
export type Snapshot = Record<string, unknown>

/** An entry of the activity log as somebody reads it (B7): who did what, to what, when and from where. */
export interface LogEntry {
  id: string
  /** RFC 3339, in UTC. */
  at: string
  /** Null for what nobody with an account did: the system in one of its jobs, or a guest. */
  actor: { id: string; name: string; email: string } | null
  /** `web 203.0.113.7`, `api …`, `worker`, or the calendar service that a change came from. */
  origin: string
  /** `event.cancelled`: what it is about, and what became of it. */
  action: string
  entity: string
  entityId: string
  /** What it is about in words: an event's title, somebody's name; null where that is not known or not the reader's. */
  subject: string | null
  before: Snapshot | null
  after: Snapshot | null
}

/** A page of the log, newest first; `next` names the entry to go on from, towards older ones. */
export interface LogPage {
  entries: LogEntry[]
  next: string | null
}
