import { type IdentityRow, listIdentities as findIdentities } from '@astralis/db/queries/identities'
import type { GoogleServices } from '../auth/google-services.ts'
import type { ServiceContext } from '../context.ts'
import { inOrganization } from '../transaction.ts'

/** An account elsewhere that somebody signs in with. */
export interface Identity extends Pick<IdentityRow, 'provider' | 'accountEmail'> {
  /** When it was linked, in UTC. */
  createdAt: string
}

export interface Identities {
  identities: Identity[]
  /** Somebody has set up the credentials of this product at Google. */
  canLinkGoogle: boolean
}

/** With which accounts elsewhere the caller signs in, beside the password. */
export async function listIdentities(ctx: ServiceContext & { google: GoogleServices }): Promise<Identities> {
  const { orgId, userId } = ctx.actor
  const rows = await inOrganization(ctx, orgId, (tx) => findIdentities(tx, orgId, userId))
  return {
    identities: rows.map(({ provider, accountEmail, createdAt }) => ({
      provider,
      accountEmail,
      createdAt: createdAt.toString(),
    })),
    canLinkGoogle: ctx.google.signIn !== null,
  }
}
