import type { Conflict } from '@astralis/core/events/event'

/** Expected outcomes that end an action. Callers outside rely on the literals; the message is for people. */
export type Reason =
  | 'INVALID_INPUT'
  | 'NOT_SIGNED_IN'
  | 'SIGN_IN_FAILED'
  | 'NOT_ALLOWED'
  | 'NOT_FOUND'
  | 'EMAIL_TAKEN'
  | 'EVENT_OVERLAPS'
  | 'VERSION_MISMATCH'
  | 'ORIGIN_NOT_ALLOWED'
  | 'MAIL_NOT_FAILED'
  | 'INVITATION_CLOSED'
  | 'EVENT_READ_ONLY'
  | 'PROVIDER_NOT_SET_UP'
  | 'CONNECTION_NEEDS_REAUTH'
  | 'CONNECTION_SCOPES_MISSING'
  | 'CONNECTION_PAUSED'
  | 'CONNECTION_DISCONNECTED'
  | 'RATE_LIMITED'
  | 'LAST_ADMIN'
  | 'MEMBER_INACTIVE'
  | 'IDENTITY_TAKEN'
  | 'PASSWORD_WRONG'

export interface ServiceErrorDetails {
  /** Field path to what is expected there. */
  fields?: Record<string, string>
  conflicts?: Conflict[]
  /** How long to wait before the next attempt. */
  retryAfterSeconds?: number
}

/** An expected outcome, in words that say what to do. Anything else that is thrown is a fault. */
export class ServiceError extends Error {
  override name = 'ServiceError'
  readonly reason: Reason
  readonly details: ServiceErrorDetails

  constructor(reason: Reason, message: string, details: ServiceErrorDetails = {}) {
    super(message)
    this.reason = reason
    this.details = details
  }
}

/** A foreign id answers like a missing one, so that nobody learns what another organization has. */
export function notFound(what: string): ServiceError {
  return new ServiceError('NOT_FOUND', `This ${what} does not exist, or is not yours to see.`)
}
