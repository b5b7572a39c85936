import type { Actor, Runtime } from '@astralis/services/context'
import type { GoogleServices } from '@astralis/services/auth/google-services'
import type { CalendarServices } from '@astralis/services/connections/calendar-services'
import type { ChangeFeed } from '@astralis/services/live/change-feed'
import type { RankingModel } from '@astralis/services/ports'
import type { SessionToken } from '@astralis/services/auth/sessions'

/** What a procedure knows of the request; the server builds one for each. */
export interface ApiContext extends Runtime {
  /** Null for a caller who has not signed in. */
  actor: Actor | null
  /** The token of the browser's session; null for whoever calls without one, or with an API token. */
  sessionToken: string | null
  /** The caller sent an API token, whether it is one or not. */
  hasApiToken: boolean
  /** Where the request came from, for the activity log: `web 203.0.113.7`, or `api …` of an API token. */
  origin: string
  /** The network address that the request came from, by which attempts are counted. */
  address: string
  /** What the browser or program calls itself. */
  userAgent: string
  /** Where people reach the product, without a slash at its end. */
  publicUrl: string
  rankingModel: RankingModel | null
  /** No mail service is set up: mail can be read in the outbox. */
  usesOutbox: boolean
  /** Signing in with Google. */
  google: GoogleServices
  calendars: CalendarServices
  /** By which pages are told what has changed. */
  feed: ChangeFeed
  /** Calendars are linked to a stand-in of their service, for trying out. */
  usesDemoCalendars: boolean
  requestId: string
  /** Gives the browser a session, or takes it away. */
  setSession: (session: SessionToken | null) => void
  /** Gives the browser what it has to bring back from Google. */
  keepGoogleAttempt: (cookie: string) => void
}
