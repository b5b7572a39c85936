import { ANA } from '../../testing/api-client.ts'

/** What comes back, as it is read on the wire. */
export interface Answer {
  status: number
  text: string
  /** Of an error; undefined for an answer. */
  reason: string | undefined
  /** Undefined for an error. */
  data: Record<string, unknown> | undefined
}

/** Sends what the typed client would not let anybody send, with one session. */
export interface Browser {
  cookie: string
  /** Calls a mutation. */
  call: (path: string, input?: unknown, headers?: Record<string, string>) => Promise<Answer>
  /** Asks a question. */
  ask: (path: string, input?: unknown) => Promise<Answer>
}

export function createBrowser(url: string): Browser {
  const browser: Browser = {
    cookie: '',
    async call(path, input, headers = {}) {
      const init = { 'content-type': 'application/json', origin: url, cookie: browser.cookie, ...headers }
      const body = input === undefined ? null : JSON.stringify(input)
      const response = await fetch(`${url}/trpc/${path}`, { method: 'POST', headers: init, body })
      const session = response.headers.getSetCookie().find((cookie) => cookie.startsWith('astralis_session='))
      if (session) browser.cookie = session.split(';')[0] ?? ''
      return answerOf(response)
    },
    async ask(path, input) {
      const question = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`
      return answerOf(await fetch(`${url}/trpc/${path}${question}`, { headers: { cookie: browser.cookie } }))
    },
  }
  return browser
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text()
  const { result, error } = JSON.parse(text || '{}')
  return { status: response.status, text, reason: error?.data?.reason, data: result?.data }
}

let people = 0

/** Somebody new, with an organization of their own. */
export async function signUp(url: string, changes: Partial<typeof ANA> = {}) {
  const person = { ...ANA, email: `person-${people++}@example.com`, ...changes }
  const browser = createBrowser(url)
  const { status, text } = await browser.call('auth.signUp', person)
  if (status !== 200) throw new Error(text)
  return Object.assign(browser, person, { person })
}

/** Somebody new in the organization of `admin`, by an invitation. */
export async function join(
  url: string,
  admin: Pick<Browser, 'call'>,
  role: string,
  email = `person-${people++}@example.com`,
) {
  const token = await invite(admin, email, role)
  const browser = createBrowser(url)
  const { status, text } = await browser.call('members.acceptInvitation', {
    token,
    name: 'Ben',
    password: ANA.password,
  })
  if (status !== 200) throw new Error(text)
  return Object.assign(browser, { email })
}

/** Of the link to join. */
export async function invite(admin: Pick<Browser, 'call'>, email: string, role = 'OPERATOR'): Promise<string> {
  const { text } = await admin.call('members.invite', { email, role })
  const [, token] = /\/join\/([\w.-]+)/.exec(text) ?? []
  if (token === undefined) throw new Error(text)
  return token
}
