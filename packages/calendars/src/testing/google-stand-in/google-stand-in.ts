import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { ConsentError, decide, readConsentRequest } from './consent.ts'
import { consentErrorPage, consentPage } from './consent-page.ts'
import { Control } from './control.ts'
import { createFaults } from './faults.ts'
import { createGrants } from './grants.ts'
import { isFromElsewhere, readBody, redirect, sendHtml, sendJson } from './http.ts'
import { Push } from './push.ts'
import { createQuota, type QuotaLimits } from './quota.ts'
import { serveApi, serveOAuth, type Serving } from './serve-api.ts'
import { readState, writeState } from './state-file.ts'
import { createStore } from './store.ts'
import { serveWebPage } from './web-page.ts'

const SAVE_AFTER_MS = 100

export interface GoogleStandInOptions {
  clientId: string
  clientSecret: string
  /** 0, which is also meant without it, takes any that is free. */
  port?: number
  /** Epoch milliseconds */
  now?: () => number
  /** From 0 to 1; decides of faults that are likely only. */
  random?: () => number
  /** Addresses that a code may go to. Without it: any https address, and any of this machine. */
  redirectUris?: readonly string[]
  /** Requests a minute; Google's, if they are not said. */
  quota?: QuotaLimits
  /** Takes channels to http: addresses of this machine, which Google never does. */
  allowsLocalPush?: boolean
  /** Where everything is kept over a restart. */
  stateFile?: string
}

export interface GoogleStandIn {
  url: string
  /** `rootUrl` of Google's client library. */
  apiRootUrl: string
  authorizeUrl: string
  tokenUrl: string
  revokeUrl: string
  control: Control
  /** Whether the state file held something. */
  wasRestored: boolean
  close: () => Promise<void>
}

/** Google's sign-in and Calendar API v3 as they are documented, as a server of this machine (127.0.0.1). */
export async function startGoogleStandIn(options: GoogleStandInOptions): Promise<GoogleStandIn> {
  const { clientId, clientSecret, redirectUris = null, stateFile } = options
  const now = options.now ?? Date.now
  const newToken = (prefix: string) => prefix + randomBytes(32).toString('base64url')
  const store = createStore({ now, newId: () => randomBytes(13).toString('hex') })
  const grants = createGrants()
  const push = new Push({ now, apiRootUrl: () => `${url}/`, allowsLocalHttp: options.allowsLocalPush ?? false })
  let pageCap = Infinity
  const writes = { insert: 0, patch: 0, update: 0, delete: 0 }
  const serving: Serving = {
    api: { store, grants, push, writes, pageCap: () => pageCap },
    oauth: { grants, clientId, clientSecret, now, newToken },
    faults: createFaults(options.random ?? Math.random),
    quota: createQuota(now, options.quota ?? { perUser: 600, perProject: 10_000 }),
    seen: [],
  }
  const control = new Control({ ...serving, redirectUris, setPageCap: (cap) => (pageCap = cap) })
  store.onChange = (calendarId) => push.changed(calendarId)
  const wasRestored = stateFile !== undefined && readState(stateFile, { store, grants, push })

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const address = new URL(request.url ?? '/', 'http://127.0.0.1')
    const text = await readBody(request)
    const { pathname } = address
    if (pathname.startsWith('/calendar/v3/')) return serveApi(serving, request, response, address, text)
    if (request.method === 'POST' && ['/token', '/revoke'].includes(pathname))
      return serveOAuth(serving, request, response, address, text)
    if (request.method === 'POST' && isFromElsewhere(request))
      return sendHtml(response, 403, consentErrorPage('Error 403: this form is of another page.'))
    if (pathname === '/o/oauth2/v2/auth') return serveConsent(request, response, address, text)
    if (serveWebPage({ store, control, now }, request, response, address, text)) return
    sendJson(response, 404, { error: { code: 404, message: 'Not Found' } })
  }

  const serveConsent = (request: IncomingMessage, response: ServerResponse, address: URL, text: string) => {
    const isForm = request.method === 'POST'
    const params = isForm ? new URLSearchParams(text) : address.searchParams
    try {
      const asked = readConsentRequest({ clientId, redirectUris }, params)
      if (!isForm) return sendHtml(response, 200, consentPage(asked, params, [...store.accounts.values()]))
      if (params.get('decision') !== 'allow') return redirect(response, decide(serving.oauth, asked, null))
      const email = params.get('account') ?? ''
      if (!store.accounts.has(email)) throw new ConsentError(400, 'invalid_request', 'Choose an account.')
      return redirect(response, decide(serving.oauth, asked, { email, scopes: params.getAll('granted') }))
    } catch (error) {
      if (!(error instanceof ConsentError)) throw error
      return sendHtml(response, error.status, consentErrorPage(error.message))
    }
  }

  let isSaving = false
  let isClosed = false
  const save = async () => {
    if (stateFile === undefined || isSaving) return
    isSaving = true
    await wait(SAVE_AFTER_MS, undefined, { ref: false })
    isSaving = false
    if (!isClosed) writeState(stateFile, { store, grants, push })
  }

  const server = createServer((request, response) => {
    answer(request, response)
      .catch((error: unknown) => {
        if (response.headersSent) response.socket?.destroy()
        else sendJson(response, 500, { error: { code: 500, message: String(error) } })
      })
      .then(save)
      .catch((error: unknown) => process.emitWarning(`The state could not be kept: ${String(error)}`))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const bound = server.address()
  const url = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : options.port}`
  return {
    url,
    apiRootUrl: `${url}/`,
    authorizeUrl: `${url}/o/oauth2/v2/auth`,
    tokenUrl: `${url}/token`,
    revokeUrl: `${url}/revoke`,
    control,
    wasRestored,
    close: async () => {
      isClosed = true
      if (stateFile !== undefined) writeState(stateFile, { store, grants, push })
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
      await push.settled()
    },
  }
}
