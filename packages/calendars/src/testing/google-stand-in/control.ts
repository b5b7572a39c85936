import { decide, type Decision, readConsentRequest } from './consent.ts'
import { readEventBody } from './event-body.ts'
import { epochOfTime, timeAt } from './event-time.ts'
import { findEvent, instanceAt, startsOf } from './instances.ts'
import type { Account, Mail, Person, Role, StoredCalendar, StoredEvent, WriteKind } from './model.ts'
import type { QuotaLimits } from './quota.ts'
import type { SeenRequest, Serving } from './serve-api.ts'
import { addAccount, addCalendar } from './store.ts'
import { issue } from './token-endpoint.ts'
import { changeEvent, deleteEvent, insertEvent } from './write-events.ts'

type Body = Record<string, unknown>

interface Parts extends Serving {
  redirectUris: readonly string[] | null
  setPageCap: (cap: number) => void
}

/**
 * What a test does behind Google's back: what people do in Google's own pages, and what it looks at. Ids of calendars are
 * addresses of accounts or ids that `addCalendar` was given.
 */
export class Control {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  addAccount(account: Account, timeZone = 'Europe/Berlin'): void {
    addAccount(this.#parts.api.store, account, timeZone)
  }

  /** A calendar beside the primary one. */
  addCalendar(calendar: { id: string; summary: string; timeZone?: string; roles: Record<string, Role> }): void {
    addCalendar(this.#parts.api.store, { timeZone: 'Europe/Berlin', ...calendar, id: calendar.id.toLowerCase() })
  }

  share(calendarId: string, email: string, role: Role | null): void {
    const { roles } = this.calendar(calendarId)
    if (role) roles[email] = role
    else delete roles[email]
  }

  /** Adds an event. An organizer is somebody without an account here, who invited this calendar. */
  insert(calendarId: string, body: Body, organizer?: Person): StoredEvent {
    const calendar = this.calendar(calendarId)
    return insertEvent(this.#parts.api.store, calendar, this.#actor(calendar), readEventBody(body), organizer)
  }

  /** Adds many at once. */
  insertMany(calendarId: string, bodies: Iterable<Body>): StoredEvent[] {
    return [...bodies].map((body) => this.insert(calendarId, body))
  }

  /** Of an instance it makes an exception. */
  patch(calendarId: string, id: string, body: Body): StoredEvent {
    const calendar = this.calendar(calendarId)
    const change = { id, body: readEventBody(body), isPatch: true, ifMatch: undefined }
    return changeEvent(this.#parts.api.store, calendar, this.#actor(calendar), change)
  }

  /** Moves an event, a series or an instance; whole days for what is all-day. */
  move(calendarId: string, id: string, byMs: number): StoredEvent {
    const { start, end } = this.event(calendarId, id)
    const { timeZone } = this.calendar(calendarId)
    const moved = (time: typeof start) => timeAt(time, epochOfTime(time) + byMs, timeZone)
    return this.patch(calendarId, id, { start: moved(start), end: moved(end) })
  }

  /** Of an instance it makes a cancelled exception. */
  delete(calendarId: string, id: string): void {
    const calendar = this.calendar(calendarId)
    deleteEvent(this.#parts.api.store, calendar, this.#actor(calendar), { id, ifMatch: undefined })
  }

  /** An invitation is answered in Google's pages. */
  answer(calendarId: string, id: string, responseStatus: string): StoredEvent {
    return this.patch(calendarId, id, { attendeesOmitted: true, attendees: [{ email: calendarId, responseStatus }] })
  }

  /** Also of an instance. Throws GoogleError where there is none. */
  event(calendarId: string, id: string): StoredEvent {
    const event = findEvent(this.calendar(calendarId), id)
    if (!event) throw new RangeError(`There is no event ${id} in ${calendarId}.`)
    return event
  }

  /** What a series says between two instants (epoch milliseconds), as long as nobody changed it. */
  instances(calendarId: string, seriesId: string, from: number, to: number): StoredEvent[] {
    const [calendar, series] = [this.calendar(calendarId), this.event(calendarId, seriesId)]
    return startsOf(series, { from, to, limit: 1000 }).map((epoch) => instanceAt(calendar, series, epoch))
  }

  /** All that are not deleted: single events, series, and exceptions that take place. */
  events(calendarId: string): StoredEvent[] {
    return [...this.calendar(calendarId).events.values()].filter(({ status }) => status !== 'cancelled')
  }

  calendar(id: string): StoredCalendar {
    const calendar = this.#parts.api.store.calendars.get(id.toLowerCase())
    if (!calendar) throw new RangeError(`There is no calendar ${id}.`)
    return calendar
  }

  requests(method?: string): SeenRequest[] {
    return this.#parts.seen.filter((request) => method === undefined || request.method === method)
  }

  /** How many writes through the API took place, by kind. */
  writes(): Record<WriteKind, number> {
    return { ...this.#parts.api.writes }
  }

  /** The mails that Google would have sent. */
  mails(): readonly Mail[] {
    return this.#parts.api.store.mails
  }

  get faults() {
    return this.#parts.faults
  }

  /** Channels, deliveries, and `drops`. */
  get push() {
    return this.#parts.api.push
  }

  quotaExceeded(): number {
    return this.#parts.quota.exceeded()
  }

  setQuota(limits: QuotaLimits): void {
    this.#parts.quota.setLimits(limits)
  }

  /** Pages are no longer than this, whatever is asked for. */
  setPageCap(cap: number): void {
    this.#parts.setPageCap(cap)
  }

  /** Sync tokens that were given out are not valid any more: 410. */
  expireSyncTokens(calendarId: string): void {
    this.calendar(calendarId).syncEpoch += 1
  }

  /** Access tokens that were given out are not valid any more: 401. Refresh tokens are. */
  expireAccessTokens(email?: string): void {
    for (const grant of this.#parts.api.grants.accessTokens.values())
      if (email === undefined || grant.email === email) grant.expiresAt = 0
  }

  /** The person takes everything back in the settings of the account: `invalid_grant`. */
  revokeAccess(email: string): void {
    const { accessTokens, refreshTokens } = this.#parts.api.grants
    for (const tokens of [accessTokens, refreshTokens])
      for (const [token, grant] of tokens) if (grant.email === email) tokens.delete(token)
  }

  /** Whether there is a refresh token of that account. */
  hasAccess(email: string): boolean {
    return [...this.#parts.api.grants.refreshTokens.values()].some((grant) => grant.email === email)
  }

  /** Tokens without a browser. */
  grant(email: string, scopes: string[]): { accessToken: string; refreshToken: string } {
    const { oauth, api } = this.#parts
    const refreshToken = oauth.newToken('1//0')
    api.grants.refreshTokens.set(refreshToken, { email, scopes })
    return { accessToken: issue(oauth, { email, scopes }, refreshToken).access_token, refreshToken }
  }

  /**
   * What the person does on the consent page, without a browser; null denies. `scopes` are the ticked ones: all where they
   * are not said; `claims` go into the `id_token`, in place of the usual ones. Returns where the browser would go.
   */
  consent(authorizationUrl: string, decision: (Partial<Decision> & { email: string }) | null): string {
    const { oauth, redirectUris } = this.#parts
    const request = readConsentRequest(
      { clientId: oauth.clientId, redirectUris },
      new URL(authorizationUrl).searchParams,
    )
    return decide(oauth, request, decision && { scopes: request.scopes, ...decision })
  }

  #actor({ id, roles }: StoredCalendar) {
    const email = roles[id] ? id : (Object.keys(roles).find((email) => roles[email] === 'owner') ?? id)
    return { email, sendUpdates: 'none', writesConferences: true } as const
  }
}
