import type { AvailabilityRule } from '@astralis/core/availability/availability'
import type { DateOverride } from '@astralis/core/time/working-hours'
import { and, asc, eq } from 'drizzle-orm'
import type { Transaction } from '../client.ts'
import { availability, availabilityOverrides } from '../schema/availability.ts'

/** What a member has said of their week. */
export interface WeeklyAvailability {
  timeZone: string
  rules: AvailabilityRule[]
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
}

/** Null for a member who has never said when. */
export async function findAvailability(
  tx: Transaction,
  orgId: string,
  userId: string,
): Promise<WeeklyAvailability | null> {
  const { timeZone, rules, bufferBeforeMinutes, bufferAfterMinutes } = availability
  const [row] = await tx
    .select({ timeZone, rules, bufferBeforeMinutes, bufferAfterMinutes })
    .from(availability)
    .where(and(eq(availability.orgId, orgId), eq(availability.userId, userId)))
  return row ?? null
}

/** A member's dates with other hours, earliest first. */
export async function listOverrides(tx: Transaction, orgId: string, userId: string): Promise<DateOverride[]> {
  const { date, ranges } = availabilityOverrides
  return tx
    .select({ date, ranges })
    .from(availabilityOverrides)
    .where(and(eq(availabilityOverrides.orgId, orgId), eq(availabilityOverrides.userId, userId)))
    .orderBy(asc(date))
}

export async function saveAvailability(
  tx: Transaction,
  orgId: string,
  userId: string,
  week: WeeklyAvailability,
): Promise<void> {
  await tx
    .insert(availability)
    .values({ orgId, userId, ...week })
    .onConflictDoUpdate({ target: [availability.orgId, availability.userId], set: week })
}

/** Sets one date's hours; no ranges are a day off. */
export async function saveOverride(
  tx: Transaction,
  orgId: string,
  userId: string,
  { date, ranges }: DateOverride,
): Promise<void> {
  const { orgId: org, userId: user, date: day } = availabilityOverrides
  await tx
    .insert(availabilityOverrides)
    .values({ orgId, userId, date, ranges: [...ranges] })
    .onConflictDoUpdate({ target: [org, user, day], set: { ranges: [...ranges] } })
}

/** Gives one date, or all of them, back to the weekly hours. */
export async function deleteOverrides(tx: Transaction, orgId: string, userId: string, date?: string): Promise<void> {
  await tx
    .delete(availabilityOverrides)
    .where(
      and(
        eq(availabilityOverrides.orgId, orgId),
        eq(availabilityOverrides.userId, userId),
        date === undefined ? undefined : eq(availabilityOverrides.date, date),
      ),
    )
}
