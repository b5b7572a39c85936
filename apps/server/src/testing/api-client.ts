import type { AppRouter } from '@astralis/api/router'
import { createTRPCClient, httpLink } from '@trpc/client'

/** The typed client as a browser would use it: it keeps the cookie, and names the page it comes from. */
export function createApiClient(url: string) {
  let cookie = ''
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${url}/trpc`,
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
