import { setTimeout } from 'node:timers/promises'
import { createRateLimits, withRateLimit } from '../rate-limit.ts'
import { startGoogleStandIn } from '../testing/google-stand-in/google-stand-in.ts'
import {
  type ContractAccount,
  describeProvider,
  type EnteredEvent,
  type Trouble,
} from '../testing/provider-contract.ts'
import { createGoogleProvider } from './google-provider.ts'

const API = 'https://www.googleapis.com/auth'
const EMAIL = 'ana@gmail.example'
const ZONE = 'Europe/Berlin'
const OTHER = 'team@group.calendar.google.com'

const FAULTS = {
  outage: { kind: 'status', status: 503 },
  timeout: { kind: 'hang-before' },
  cut: { kind: 'cut-before' },
  'rate-limit': { kind: 'rate-limit', retryAfterSeconds: 7 },
  'lost-answer': { kind: 'cut-after' },
} as const satisfies Record<Trouble, object>

function bodyOf({ title, start, end, rule }: EnteredEvent) {
  const at = (time: string) => (time.includes('T') ? { dateTime: time, timeZone: ZONE } : { date: time })
  return { summary: title, start: at(start), end: at(end), ...(rule && { recurrence: [`RRULE:${rule}`] }) }
}

async function openAccount(): Promise<ContractAccount> {
  const google = await startGoogleStandIn({ clientId: 'client', clientSecret: 'secret' })
  const { apiRootUrl: rootUrl, control } = google
  const limits = createRateLimits({ clock: Date.now, wait: setTimeout, perUser: 600, perProject: 10_000 })
  control.addAccount({ email: EMAIL, name: 'Ana' }, ZONE)
  control.setPageCap(2)
  const scopes = [`${API}/calendar.events`, `${API}/calendar.calendarlist.readonly`]
  const accessOf = (granted: string[]) => ({
    accessToken: control.grant(EMAIL, granted).accessToken,
    accountEmail: EMAIL,
    memberEmail: 'ana@astralis.example',
  })
  return {
    provider: withRateLimit(createGoogleProvider({ rootUrl, timeoutMs: 1000 }), limits),
    access: accessOf(scopes),
    calendar: { remoteId: EMAIL, timeZone: ZONE, accessRole: 'owner' },
    enter: (event) => control.insert(EMAIL, bodyOf(event)).id,
    invite: (event) => {
      const attendees = [{ email: EMAIL }, { email: 'cleo@example.com', responseStatus: 'accepted' }]
      return control.insert(EMAIL, { ...bodyOf(event), attendees }, { email: 'ben@example.com' }).id
    },
    enterUnreadable: () => {
      const time = { dateTime: '2026-03-10T09:00:00Z' }
      return control.insert(EMAIL, { start: time, end: time }).id
    },
    rename: (remoteId, summary) => void control.patch(EMAIL, remoteId, { summary }),
    remove: (remoteId) => control.delete(EMAIL, remoteId),
    titleOf: (remoteId) => control.event(EMAIL, remoteId).summary,
    count: () => control.events(EMAIL).length,
    mails: () => control.mails().length,
    forgetChanges: () => control.expireSyncTokens(EMAIL),
    expireAccessToken: () => control.expireAccessTokens(EMAIL),
    withoutScopes: () => accessOf(['openid', 'email']),
    addReadOnly: () => {
      control.addCalendar({ id: OTHER, summary: 'Team', roles: { [EMAIL]: 'reader' } })
      return { remoteId: OTHER, timeZone: ZONE, accessRole: 'reader' }
    },
    expectTrouble: (trouble) => control.faults.add({ ...FAULTS[trouble], times: 1 }),
    close: google.close,
  }
}

describeProvider('Google Calendar', openAccount)
