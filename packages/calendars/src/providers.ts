import type { LinkableProvider } from '@astralis/core/sync/provider-name'
import type { Authorization } from './authorization.ts'
import { createGoogleAuthorization, type GoogleAuthorizationSettings } from './google/google-authorization.ts'
import { createGoogleProvider } from './google/google-provider.ts'
import type { CalendarProvider } from './provider.ts'
import { createRateLimits, type RateLimitSettings, withRateLimit } from './rate-limit.ts'

/** How the calendars of one service are linked, and read and written. */
export interface CalendarService {
  authorization: Authorization
  provider: CalendarProvider
}

export type CalendarServices = Record<LinkableProvider, CalendarService>

export interface CalendarServicesSettings extends Pick<RateLimitSettings, 'clock' | 'wait'> {
  google: GoogleAuthorizationSettings & { rootUrl: string }
}

/**
 * Less than Google allows in a minute (600 for a user, 10,000 for a project): the server makes a few calls beside the worker,
 * and Google's minutes do not begin with ours. Where several workers come to more, Google says so, and they wait.
 */
const GOOGLE_LIMITS = { perUser: 500, perProject: 8000 }

/** Every service that can be linked. */
export function createCalendarServices({ google, clock, wait }: CalendarServicesSettings): CalendarServices {
  const limits = createRateLimits({ clock, wait, ...GOOGLE_LIMITS })
  return {
    GOOGLE: {
      authorization: createGoogleAuthorization(google),
      provider: withRateLimit(createGoogleProvider(google), limits),
    },
  }
}
