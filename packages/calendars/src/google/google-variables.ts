import { z } from 'zod'

const PRINTABLE = /^[\x21-\x7e]+$/

function httpUrl(example: string) {
  return z.url({ protocol: /^https?$/, error: `expected an address such as ${example}` })
}

const ROOT = 'https://www.googleapis.com/'
const AUTHORIZE = 'https://accounts.google.com/o/oauth2/v2/auth'
const TOKEN = 'https://oauth2.googleapis.com/token'
const REVOKE = 'https://oauth2.googleapis.com/revoke'

/** What the environment may say about Google Calendar. The server and the worker have to be told the same. */
export const GOOGLE_VARIABLES = {
  GOOGLE_CALENDAR_CLIENT_ID: z.string().regex(PRINTABLE, 'expected a client id without spaces').optional(),
  GOOGLE_CALENDAR_CLIENT_SECRET: z.string().regex(PRINTABLE, 'expected a client secret without spaces').optional(),
  GOOGLE_CALENDAR_REDIRECT_URI: httpUrl('http://localhost:3001/api/calendar/callback').optional(),
  GOOGLE_API_ROOT_URL: httpUrl(ROOT).default(ROOT),
  GOOGLE_OAUTH_AUTHORIZE_URL: httpUrl(AUTHORIZE).default(AUTHORIZE),
  GOOGLE_OAUTH_TOKEN_URL: httpUrl(TOKEN).default(TOKEN),
  GOOGLE_OAUTH_REVOKE_URL: httpUrl(REVOKE).default(REVOKE),
}

const shape = z.object(GOOGLE_VARIABLES)
type GoogleVariables = z.output<typeof shape>

export interface GoogleSettings {
  /** Null where nobody has set up the credentials of this product at Google. */
  client: { clientId: string; clientSecret: string } | null
  /** Where Google leads back to after consent to calendars; null for the usual place below `PUBLIC_URL`. */
  redirectUrl: string | null
  /** With a slash at the end. */
  rootUrl: string
  authorizeUrl: string
  tokenUrl: string
  revokeUrl: string
}

/** Half of the credentials would be found out only when the first person connects, so they are refused. */
export function refuseHalfCredentials(made: GoogleVariables, context: z.RefinementCtx<GoogleVariables>): void {
  const pair = ['GOOGLE_CALENDAR_CLIENT_ID', 'GOOGLE_CALENDAR_CLIENT_SECRET'] as const
  for (const [given, needed] of [pair, [pair[1], pair[0]] as const]) {
    if (made[given] === undefined || made[needed] !== undefined) continue
    context.addIssue({ code: 'custom', path: [needed], message: `expected a value, because ${given} is set` })
  }
}

export function googleSettings(made: GoogleVariables): GoogleSettings {
  const { GOOGLE_CALENDAR_CLIENT_ID: clientId, GOOGLE_CALENDAR_CLIENT_SECRET: clientSecret } = made
  return {
    client: clientId === undefined || clientSecret === undefined ? null : { clientId, clientSecret },
    redirectUrl: made.GOOGLE_CALENDAR_REDIRECT_URI ?? null,
    rootUrl: made.GOOGLE_API_ROOT_URL.replace(/\/*$/, '/'),
    authorizeUrl: made.GOOGLE_OAUTH_AUTHORIZE_URL,
    tokenUrl: made.GOOGLE_OAUTH_TOKEN_URL,
    revokeUrl: made.GOOGLE_OAUTH_REVOKE_URL,
  }
}
