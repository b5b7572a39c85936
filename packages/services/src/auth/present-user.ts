import type { Role } from '@astralis/core/people/role'
import type { Actor } from '../context.ts'

/** The signed-in person, as the web app and internal tools see them. */
export interface SignedInUser {
  id: string
  email: string
  name: string
  role: Role
  timeZone: string
  organization: { id: string; name: string }
}

export function presentUser(actor: Actor): SignedInUser {
  const { userId, email, name, role, timeZone, orgId, organizationName } = actor
  return { id: userId, email, name, role, timeZone, organization: { id: orgId, name: organizationName } }
}
