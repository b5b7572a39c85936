import type { SealedPlace } from './token-seal.ts'

interface Row {
  orgId: string
  id: string
  provider: string
}

/** Where the tokens of a linked account are kept. */
export function tokenPlace({ orgId, id, provider }: Row, column: 'access_token' | 'refresh_token'): SealedPlace {
  return { table: 'connections', id, column, orgId, provider }
}

/** Where the secret of a consent that has begun is kept. */
export function verifierPlace(row: { orgId: string; stateHash: string; provider: string }): SealedPlace {
  const { orgId, stateHash, provider } = row
  return { table: 'authorizations', id: stateHash, column: 'code_verifier', orgId, provider }
}

/** Where the token of an invitation to join waits for its mail; no service has anything to do with it. */
export function joinTokenPlace({ orgId, id }: { orgId: string; id: string }): SealedPlace {
  return { table: 'member_invitations', id, column: 'sealed_token', orgId, provider: '' }
}
