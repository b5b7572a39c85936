import { describeIssues } from '@astralis/core/wire/describe-issues'
import { type Reason, ServiceError, type ServiceErrorDetails } from '@astralis/services/errors'
import type { DefaultErrorShape, TRPC_ERROR_CODE_KEY } from '@trpc/server/unstable-core-do-not-import'
import { TRPCError } from '@trpc/server'
import { ZodError } from 'zod'

/** Each expected outcome as one of tRPC's codes, which carry the HTTP status. */
const CODES: Record<Reason, TRPC_ERROR_CODE_KEY> = {
  INVALID_INPUT: 'BAD_REQUEST',
  NOT_SIGNED_IN: 'UNAUTHORIZED',
  SIGN_IN_FAILED: 'UNAUTHORIZED',
  NOT_ALLOWED: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  EMAIL_TAKEN: 'CONFLICT',
  EVENT_OVERLAPS: 'CONFLICT',
  VERSION_MISMATCH: 'CONFLICT',
  ORIGIN_NOT_ALLOWED: 'FORBIDDEN',
  MAIL_NOT_FAILED: 'CONFLICT',
  INVITATION_CLOSED: 'CONFLICT',
  EVENT_READ_ONLY: 'FORBIDDEN',
  PROVIDER_NOT_SET_UP: 'PRECONDITION_FAILED',
  CONNECTION_NEEDS_REAUTH: 'CONFLICT',
  CONNECTION_SCOPES_MISSING: 'CONFLICT',
  CONNECTION_PAUSED: 'CONFLICT',
  CONNECTION_DISCONNECTED: 'CONFLICT',
  RATE_LIMITED: 'TOO_MANY_REQUESTS',
  LAST_ADMIN: 'CONFLICT',
  MEMBER_INACTIVE: 'CONFLICT',
  IDENTITY_TAKEN: 'CONFLICT',
  PASSWORD_WRONG: 'FORBIDDEN',
}

/** A service's expected outcome as tRPC's error; anything else stays what it is. */
export function toTrpcError(error: TRPCError): TRPCError {
  const { cause } = error
  return cause instanceof ServiceError
    ? new TRPCError({ code: CODES[cause.reason], message: cause.message, cause })
    : error
}

/** What a caller learns of an error beside its message; `reason` is a literal to rely on. */
export interface ErrorData extends ServiceErrorDetails {
  code: TRPC_ERROR_CODE_KEY
  httpStatus: number
  path?: string | undefined
  reason?: Reason | undefined
  requestId?: string | undefined
}

const NO_JSON = 'Expected JSON.'

/** The one shape of every error. A fault says only that something failed, and under which id the log has the whole. */
export function formatError({
  shape,
  error,
  requestId,
}: {
  shape: DefaultErrorShape
  error: TRPCError
  requestId: string | undefined
}): Omit<DefaultErrorShape, 'data'> & { data: ErrorData } {
  const { code, httpStatus, path } = shape.data
  const data: ErrorData = { code, httpStatus, path, requestId }
  const { cause } = error
  if (cause instanceof ServiceError) return { ...shape, data: { ...data, reason: cause.reason, ...cause.details } }
  if (cause instanceof ZodError) {
    const fields = describeIssues(cause)
    const message = Object.entries(fields)
      .map(([field, problem]) => (field ? `${field}: ${problem}` : problem))
      .join(' ')
    return { ...shape, message, data: { ...data, reason: 'INVALID_INPUT', fields } }
  }
  if (code === 'BAD_REQUEST' && cause instanceof SyntaxError)
    return { ...shape, message: NO_JSON, data: { ...data, reason: 'INVALID_INPUT', fields: { '': NO_JSON } } }
  if (httpStatus < 500) return { ...shape, data }
  return {
    ...shape,
    message: `Something failed on our side. Quote ${requestId ?? 'the time'} when you report it.`,
    data,
  }
}
