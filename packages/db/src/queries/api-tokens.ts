import type { Role } from '@astralis/core/people/role'
import type { Temporal } from '@astralis/core/temporal'
import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'

export interface ApiTokenOwner {
  userId: string
  email: string
  name: string
  /** The token's, or its owner's if that is less. */
  role: Role
  timeZone: string
  organizationName: string
  tokenName: string
}

/** Whom the token with this hash acts as; null where there is none. One round trip, as `findSession`. */
export async function findApiToken(
  db: Database,
  orgId: string,
  hash: string,
  usedAt: Temporal.Instant,
): Promise<ApiTokenOwner | null> {
  const [row] = await db.execute<{ [Field in keyof ApiTokenOwner]: ApiTokenOwner[Field] }>(sql`
    select user_id as "userId", email, name, role, time_zone as "timeZone", organization_name as "organizationName",
      token_name as "tokenName"
    from find_api_token(${orgId}, ${hash}, ${usedAt.toString()}::timestamptz)`)
  return row ?? null
}
