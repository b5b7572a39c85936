import type { AppRouter } from '@astralis/api/router'
import { TRPCClientError } from '@trpc/client'

/** What went wrong, in words for the person at the screen. */
export interface Problem {
  message: string
  /** The server's literal for an expected outcome, for example VERSION_MISMATCH. */
  reason: string | null
  /** Field path to what is expected there. */
  fields: Record<string, string>
  /** True when the same request may succeed later: no connection, or a fault of the server. */
  isTransient: boolean
}

const UNREACHABLE = 'The server cannot be reached. Check your connection, then try again.'
const UNEXPECTED = 'Something went wrong on this page. Reload it, then try again.'

/** Puts any failure of a request into words. */
export function describeProblem(error: unknown): Problem {
  if (!(error instanceof TRPCClientError)) return problem(UNEXPECTED)
  const { data, message }: TRPCClientError<AppRouter> = error
  if (!data) return problem(UNREACHABLE, { isTransient: true })
  const { reason = null, fields = {} } = data
  return problem(message, { reason, fields, isTransient: data.httpStatus >= 500 })
}

function problem(message: string, details: Partial<Problem> = {}): Problem {
  return { message, reason: null, fields: {}, isTransient: false, ...details }
}
