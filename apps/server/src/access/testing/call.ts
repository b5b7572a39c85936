import type { Database } from '@astralis/db/client'
import { readAnswer } from '../../testing/read-answer.ts'
import { createSession, type Member } from './members.ts'
import type { Procedure } from './procedures.ts'

/** Who calls: nobody, a member in a browser, or a member's API token. */
export type Caller = null | { member: Member; by: 'browser' | 'token' }

/** What a caller sends along. */
export type Credentials = Record<string, string>

export interface Answer {
  status: number
  /** `200`, or the status with the literal reason: `403 NOT_ALLOWED`. */
  outcome: string
  text: string
}

export type Call = (
  procedure: Pick<Procedure, 'name' | 'type'>,
  input: unknown,
  credentials: Credentials,
) => Promise<Answer>

/** Calls the server as browsers and tools do. */
export function createCall(url: string): Call {
  return async ({ name, type }, input, credentials) => {
    const headers = { origin: url, 'content-type': 'application/json', ...credentials }
    const body = JSON.stringify(input)
    const response = await (type === 'mutation'
      ? fetch(`${url}/trpc/${name}`, { method: 'POST', headers, ...(body && { body }) })
      : fetch(`${url}/trpc/${name}${body ? `?input=${encodeURIComponent(body)}` : ''}`, { headers }))
    const { status, text } = await readAnswer(response)
    return { status, outcome: outcomeOf(status, text), text }
  }
}

/** In a browser they are signed in anew, so that a call may end that session. */
export async function enter(owner: Database, caller: Caller): Promise<Credentials> {
  if (caller === null) return {}
  if (caller.by === 'token') return { authorization: `Bearer ${caller.member.apiToken}` }
  return { cookie: `astralis_session=${(await createSession(owner, caller.member)).token}` }
}

function outcomeOf(status: number, text: string): string {
  const reason = /"reason":"(\w+)"/.exec(text)?.[1] ?? /"code":"(\w+)"/.exec(text)?.[1]
  return reason === undefined || status < 400 ? String(status) : `${status} ${reason}`
}
