import type { Authorization } from '@astralis/calendars/authorization'
import type { CalendarProvider } from '@astralis/calendars/provider'
import type { LinkableProvider } from '@astralis/core/sync/provider-name'
import type { ServiceContext } from '../context.ts'
import type { TokenSeal } from './token-seal.ts'

/** What linking and reading calendars needs of the outside. None of it is called inside a transaction. */
export interface CalendarServices {
  providers: Record<LinkableProvider, CalendarProvider>
  /** Null where nobody has set up the credentials of this product there. */
  authorizations: Record<LinkableProvider, Authorization | null>
  seal: TokenSeal
}

/** The context of actions that are about linked calendars. */
export interface ConnectionContext extends ServiceContext {
  calendars: CalendarServices
}
