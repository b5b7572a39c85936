import type { Actor, Runtime } from '@astralis/services/context'
import type { CalendarServices } from '@astralis/services/connections/calendar-services'
import type { RankingModel } from '@astralis/services/ports'
import type { SessionToken } from '@astralis/services/auth/sessions'

/** What a procedure knows of the request; the server builds one for each. */
export interface ApiContext extends Runtime {
  /** Null for a caller who has not signed in. */
  actor: Actor | null
  /** The token that signed the caller in. */
  sessionToken: string | null
  /** Where the request came from, for the activity log. */
  origin: string
  rankingModel: RankingModel | null
  /** No mail service is set up: mail can be read in the outbox. */
  usesOutbox: boolean
  calendars: CalendarServices
  /** Calendars are linked to a stand-in of their service, for trying out. */
  usesDemoCalendars: boolean
  requestId: string
  /** Gives the browser a session, or takes it away. */
  setSession: (session: SessionToken | null) => void
}
