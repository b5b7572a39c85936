import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import {
  type GoogleStandIn,
  type GoogleStandInOptions,
  startGoogleStandIn,
} from '@astralis/calendars/testing/google-stand-in/google-stand-in'
import { Temporal } from '@astralis/core/temporal'
import { newOrgToken } from '../auth/org-token.ts'
import { assembleCalendarServices } from '../connections/assemble-calendar-services.ts'
import { authorizationUrl } from '../connections/authorization-url.ts'
import type { CalendarServices, ConnectionContext } from '../connections/calendar-services.ts'
import type { EncryptionKeys } from '../connections/encryption-keys.ts'
import { finishAuthorization } from '../connections/finish-authorization.ts'
import { listConnections } from '../connections/list-connections.ts'
import type { Connection } from '../connections/present-connection.ts'
import type { ServiceContext } from '../context.ts'
import { createTestWorld, type TestWorld } from './test-world.ts'

export interface CalendarWorld extends TestWorld {
  google: GoogleStandIn
  calendars: CalendarServices
}

export const TEST_KEYS: EncryptionKeys = [{ id: 'test', key: randomBytes(32) }]

/** A world with a stand-in of Google, whose clock is the world's. */
export async function createCalendarWorld(options: Partial<GoogleStandInOptions> = {}): Promise<CalendarWorld> {
  const world = await createTestWorld()
  const google = await startGoogleStandIn({
    clientId: 'client',
    clientSecret: 'secret',
    now: () => result.now.epochMilliseconds,
    ...options,
  })
  const result: CalendarWorld = {
    ...world,
    google,
    calendars: calendarServicesOf(google),
    async close() {
      await google.close()
      await world.close()
    },
  }
  return result
}

/** The services as the product composes them, with the stand-in at Google's place. */
export function calendarServicesOf(google: GoogleStandIn, keys = TEST_KEYS): CalendarServices {
  return assembleCalendarServices({
    google: {
      client: { clientId: 'client', clientSecret: 'secret' },
      redirectUrl: null,
      rootUrl: google.apiRootUrl,
      authorizeUrl: google.authorizeUrl,
      tokenUrl: google.tokenUrl,
      revokeUrl: google.revokeUrl,
    },
    keys,
    publicUrl: 'https://calendar.example.org',
    clock: () => Temporal.Now.instant().epochMilliseconds,
    wait: (milliseconds) => delay(milliseconds),
    randomBytes,
  })
}

/** The caller, as one whose calendars are at the stand-in. */
export function withCalendars(world: CalendarWorld, ctx: ServiceContext): ConnectionContext {
  return { ...ctx, clock: () => world.now, calendars: world.calendars }
}

export interface Consent {
  email: string
  /** Ticked ones; all where they are not said. */
  scopes?: string[]
}

/** What the browser brings back in its address from the page of consent; null says no there. */
export function giveConsent(google: GoogleStandIn, url: string, consent: Consent | null): URLSearchParams {
  return new URL(google.control.consent(url, consent)).searchParams
}

/** A person in a browser of their own, who links an account at the stand-in. */
export async function linkAccount(world: CalendarWorld, member: ServiceContext, consent: Consent): Promise<Connection> {
  const ctx = withCalendars(world, member)
  const sessionToken = newOrgToken(ctx.actor.orgId, ctx.newSecret)
  const url = await authorizationUrl(ctx, { provider: 'GOOGLE', returnTo: '/calendar/connections' }, sessionToken)
  const params = giveConsent(world.google, url, consent)
  const { result } = await finishAuthorization(ctx, {
    actor: ctx.actor,
    sessionToken,
    state: params.get('state'),
    code: params.get('code'),
    error: params.get('error'),
    origin: 'test',
  })
  if ('problem' in result) throw new Error(`Linking failed: ${result.problem}`)
  const { connections } = await listConnections(ctx)
  const connection = connections.find(({ providerEmail }) => providerEmail === consent.email.toLowerCase())
  if (!connection) throw new Error(`The account ${consent.email} is not linked.`)
  return connection
}
