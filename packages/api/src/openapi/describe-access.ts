import type { AccessRule, Reach } from '@astralis/core/access/access-table'
import { ROLES } from '@astralis/core/people/role'

/** A way to say who calls: all schemes of an entry together, and one entry of several. */
export type SecurityRequirement = Record<string, []>

const SESSION: SecurityRequirement = { sessionCookie: [] }
const TOKEN: SecurityRequirement = { apiToken: [] }

/** How callers of a procedure say who they are; the empty entry is nobody. */
export function securityOf({ who, needsSession }: AccessRule): SecurityRequirement[] {
  if (who === 'everybody') return [{}, TOKEN, SESSION]
  return needsSession ? [SESSION] : [TOKEN, SESSION]
}

const REACHES: Record<Reach, string> = {
  all: 'whatever the organization has',
  own: 'what is their own',
  none: 'refused',
}

/** Who may call a procedure, in words. */
export function describeAccess({ who, needsSession }: AccessRule): string {
  if (who === 'everybody') return 'For everybody, also without an account.'
  const roles = ROLES.map((role) => `${role}: ${REACHES[who[role]]}`).join('; ')
  return needsSession ? `${roles}. An API token is not enough.` : `${roles}.`
}
