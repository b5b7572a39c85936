import { readAnswer } from '../../testing/read-answer.ts'
import { toJson } from './hostile-values.ts'
import type { Procedure } from './procedures.ts'

export interface Answer {
  status: number
  text: string
  milliseconds: number
}

/** Longer questions than this do not fit into an address. */
const MAX_ADDRESS = 4000

/** Calls a procedure with anything, as a page of the product at `url` would. */
export async function send(url: string, cookie: string, procedure: Procedure, input: unknown): Promise<Answer> {
  const { path, type } = procedure
  const body = input === undefined ? undefined : toJson(input)
  const question = body === undefined ? '' : `?input=${encodeURIComponent(body)}`
  const isGet = type !== 'mutation' && question.length < MAX_ADDRESS
  const headers = { origin: url, cookie, ...(!isGet && { 'content-type': 'application/json' }) }
  const startedAt = performance.now()
  const response = isGet
    ? await fetch(`${url}/trpc/${path}${question}`, { headers })
    : await fetch(`${url}/trpc/${path}`, { method: 'POST', headers, body: body ?? null })
  const { status, text } = await readAnswer(response)
  return { status, text, milliseconds: performance.now() - startedAt }
}
