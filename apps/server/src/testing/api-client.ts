import type { AppRouter } from '@astralis/api/router'
import { createTRPCClient, httpLink } from '@trpc/client'

/** The typed client as a browser would use it: it keeps the cookie, and names the page it comes from. Questions may go by POST. */
export function createApiClient(url: string, methodOverride?: 'POST') {
  let cookie = ''
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${url}/trpc`,
        ...(methodOverride && { methodOverride }),
        headers: () => ({ origin: url, cookie }),
        async fetch(input, init) {
          const response = await fetch(input, { ...init, signal: null })
          const [session] = response.headers.getSetCookie()
          if (session) cookie = session.split(';')[0] ?? ''
          return response
        },
      }),
    ],
  })
}

export const ANA = {
  organizationName: 'Studio',
  name: 'Ana',
  email: 'ana@example.com',
  password: 'correct horse',
  timeZone: 'Europe/Berlin',
}
