import type { Answer } from './send.ts'

/** On a machine that does nothing else. */
export const MAX_MS = 5000

/** What tells how the product is made: stack traces, paths, SQL and its errors. */
export const INSIDES =
  /\bat \S+ \(|\.ts:\d|node:internal|node_modules|Failed query|PostgresError|violates|relation "|\$1/

/** How an answer breaks the law; null for one that keeps it. */
export function violationOf({ status, text, milliseconds }: Answer, maxMs = MAX_MS): string | null {
  if (status >= 500) return `It answered with ${status}: ${text.slice(0, 500)}`
  if (milliseconds > maxMs) return `It took ${Math.round(milliseconds)} ms.`
  if (status < 400) return null
  // More than a megabyte is refused before the API sees it; how, `raw-requests.test.ts` says.
  if (status === 413) return null
  if (INSIDES.test(text)) return `It tells how it is made: ${text.slice(0, 500)}`
  const data = dataOf(text)
  if (data?.httpStatus !== status || typeof data.reason !== 'string')
    return `It refused with ${status} and no reason: ${text.slice(0, 500)}`
  if (data.reason === 'INVALID_INPUT' && typeof data.fields !== 'object')
    return `It does not say which field is wrong: ${text.slice(0, 500)}`
  return null
}

function dataOf(text: string): { httpStatus?: unknown; reason?: unknown; fields?: unknown } | undefined {
  try {
    return JSON.parse(text).error?.data
  } catch {
    return undefined
  }
}
