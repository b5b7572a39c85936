import { authenticateSession } from '@astralis/services/auth/sessions'
import type { CalendarRuntime } from '@astralis/services/connections/access-token'
import { finishAuthorization } from '@astralis/services/connections/finish-authorization'
import type { FastifyInstance } from 'fastify'
import { ownAddress } from '../plugins/own-address.ts'
import { readSessionToken } from '../plugins/session-cookie.ts'

interface CallbackOptions {
  runtime: CalendarRuntime
  publicUrl: string
}

/** Where a calendar service sends the browser back to; it goes on to the page that it came from, with what came of it. */
export function registerCalendarCallback(app: FastifyInstance, { runtime, publicUrl }: CallbackOptions): void {
  app.get('/api/calendar/callback', async (request, reply) => {
    const sessionToken = readSessionToken(request)
    const actor = sessionToken === null ? null : await authenticateSession(runtime, sessionToken)
    const { searchParams } = new URL(request.url, publicUrl)
    const [state, code, error] = ['state', 'code', 'error'].map((name) => searchParams.get(name))
    const { returnTo, result } = await finishAuthorization(runtime, {
      actor,
      sessionToken,
      state: state ?? null,
      code: code ?? null,
      error: error ?? null,
      origin: `web ${request.ip}`,
    })
    // The page that it leads to, and what that loads, must not learn the code from the address.
    return reply.header('referrer-policy', 'no-referrer').redirect(ownAddress(returnTo, result, publicUrl), 303)
  })
}
