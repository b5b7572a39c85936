import type { Viewer } from '@astralis/core/events/event'
import type { Temporal } from '@astralis/core/temporal'
import type { Database } from '@astralis/db/client'
import type { RankingModel } from './ports.ts'

/** What every action needs of the process it runs in. */
export interface Runtime {
  db: Database
  clock: () => Temporal.Instant
  /** A random UUID (version 4). */
  newId: () => string
  /** 256 random bits, base64url. */
  newSecret: () => string
}

/** The signed-in person on whose behalf an action runs. */
export interface Actor extends Viewer {
  orgId: string
  name: string
  timeZone: string
  organizationName: string
}

export interface ServiceContext extends Runtime {
  actor: Actor
  /** Where the request came from, for the activity log: `web 203.0.113.7`. */
  origin: string
  /** Null without one: then the score alone ranks suggestions. */
  rankingModel: RankingModel | null
}
