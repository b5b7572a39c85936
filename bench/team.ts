import type { Runtime } from '@astralis/services/context'
import { startSession } from '@astralis/services/auth/sessions'
import { inOrganization } from '@astralis/services/transaction'
import { insertOrganization, insertUser } from '@astralis/db/queries/users'

export interface Member {
  id: string
  email: string
}

export interface Team {
  orgId: string
  members: Member[]
}

/** One organization with so many members; nobody knows their passwords. Two in one database need different domains. */
export async function createTeam(runtime: Runtime, size: number, domain = 'example.com'): Promise<Team> {
  const orgId = runtime.newId()
  const createdAt = runtime.clock()
  const members = Array.from({ length: size }, (_, index) => ({
    id: runtime.newId(),
    email: `person-${index}@${domain}`,
  }))
  await inOrganization(runtime, orgId, async (tx) => {
    await insertOrganization(tx, { id: orgId, name: 'Benchmark', createdAt })
    for (const { id, email } of members) {
      const person = { orgId, id, email, name: email, role: 'OPERATOR' as const, timeZone: 'Europe/Berlin' }
      await insertUser(tx, { ...person, passwordHash: 'none', createdAt })
    }
  })
  return { orgId, members }
}

/** The session cookie of a member who has signed in. */
export async function signIn(runtime: Runtime, { orgId }: Team, { id }: Member): Promise<string> {
  const browser = { ...runtime, origin: 'bench', userAgent: '' }
  const { token } = await inOrganization(runtime, orgId, (tx) => startSession(tx, browser, { orgId, id }))
  return `astralis_session=${token}`
}
