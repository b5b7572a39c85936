import type { Transaction } from '../client.ts'
import { availabilityRules } from '../schema/availability.ts'

export type AvailabilityRule = Pick<typeof availabilityRules.$inferInsert, 'dayOfWeek' | 'startTime' | 'endTime'>

/** Adds weekly working hours to a user's. */
export async function insertAvailabilityRules(
  tx: Transaction,
  orgId: string,
  userId: string,
  rules: readonly AvailabilityRule[],
): Promise<void> {
  if (rules.length > 0) await tx.insert(availabilityRules).values(rules.map((rule) => ({ orgId, userId, ...rule })))
}
