import { startGoogleStandIn, type GoogleStandIn, type GoogleStandInOptions } from './google-stand-in.ts'

export const INES = 'ines@harborpine.example'
export const OMAR = 'omar@harborpine.example'
export const EVERYTHING = 'https://www.googleapis.com/auth/calendar'
export const ZONE = 'Europe/Berlin'

interface Answer {
  status: number
  headers: Headers
  /** The tests look at answers field by field. */
  body: ReturnType<typeof JSON.parse>
}

export interface GoogleForTests extends GoogleStandIn {
  /** A call of the Calendar API, below `/calendar/v3`. */
  ask: (verb: string, path: string, body?: object, headers?: Record<string, string>) => Promise<Answer>
  as: (email: string, scopes?: string[]) => GoogleForTests['ask']
}

/** A stand-in with two accounts; `ask` speaks for the first. */
export async function startForTests(options: Partial<GoogleStandInOptions> = {}): Promise<GoogleForTests> {
  const google = await startGoogleStandIn({ clientId: 'client', clientSecret: 'secret', ...options })
  if (!google.wasRestored) {
    google.control.addAccount({ email: INES, name: 'Ines' })
    google.control.addAccount({ email: OMAR, name: 'Omar' })
  }
  const as = (email: string, scopes = [EVERYTHING]): GoogleForTests['ask'] => {
    const { accessToken } = google.control.grant(email, scopes)
    return async (verb, path, body, headers = {}) => {
      const response = await fetch(`${google.apiRootUrl}calendar/v3${path}`, {
        method: verb,
        headers: { Authorization: `Bearer ${accessToken}`, 'Content-Type': 'application/json', ...headers },
        ...(body && { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) }
    }
  }
  return { ...google, as, ask: as(INES) }
}

/** From ten to eleven on a day of March 2026. */
export function timed(day: number, more: object = {}) {
  const date = `2026-03-${String(day).padStart(2, '0')}`
  return {
    summary: 'Meeting',
    start: { dateTime: `${date}T10:00:00`, timeZone: ZONE },
    end: { dateTime: `${date}T11:00:00`, timeZone: ZONE },
    ...more,
  }
}
