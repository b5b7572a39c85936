import type { Viewer } from '@astralis/core/events/event'
import type { Temporal } from '@astralis/core/temporal'
import type { Database } from '@astralis/db/client'
import type { Enqueue } from './enqueue.ts'
import type { RankingModel } from './ports.ts'

/** What every action needs of the process it runs in. */
export interface Runtime {
  db: Database
  clock: () => Temporal.Instant
  /** A random UUID (version 4). */
  newId: () => string
  /** 256 random bits, base64url. */
  newSecret: () => string
  enqueue: Enqueue
}

/** Whoever acts: a signed-in person, or a guest who answers an invitation. */
export interface Acting extends Viewer {
  orgId: string
}

/** The signed-in person on whose behalf an action runs. */
export interface Actor extends Acting {
  userId: string
  name: string
  timeZone: string
  organizationName: string
}

/** Where a request comes from. */
export interface Caller {
  /** For the activity log: `web 203.0.113.7`. */
  origin: string
  /** The network address, by which attempts are counted. */
  address: string
}

/** A browser that gets a session. */
export interface Browser extends Caller {
  /** What it calls itself. */
  userAgent: string
  /** Of the session that it has already; null without one. */
  sessionToken: string | null
}

/** What changes of events need, whoever makes them. */
export interface ActionContext extends Runtime {
  actor: Acting
  /** Where the request came from, for the activity log: `web 203.0.113.7`. */
  origin: string
}

export interface ServiceContext extends ActionContext {
  actor: Actor
  /** Null without one: then the score alone ranks suggestions. */
  rankingModel: RankingModel | null
}
