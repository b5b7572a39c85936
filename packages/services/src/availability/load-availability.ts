import { type Availability, defaultAvailability } from '@astralis/core/availability/availability'
import type { Transaction } from '@astralis/db/client'
import { findAvailability, listOverrides } from '@astralis/db/queries/availability'
import { sentTogether } from '../transaction.ts'

/** A member's availability, the default one where they have never said. */
export async function loadAvailability(
  tx: Transaction,
  orgId: string,
  member: { id: string; timeZone: string },
): Promise<Availability> {
  const [week, overrides] = await sentTogether([
    findAvailability(tx, orgId, member.id),
    listOverrides(tx, orgId, member.id),
  ])
  return { ...(week ?? defaultAvailability(member.timeZone)), overrides }
}
