import type { Availability } from '@astralis/core/availability/availability'
import type { GetAvailabilityInput } from '@astralis/core/availability/availability-input'
import type { Transaction } from '@astralis/db/client'
import { findMember } from '@astralis/db/queries/users'
import type { ServiceContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { inOrganization } from '../transaction.ts'
import { loadAvailability } from './load-availability.ts'

/** When a member can be booked, the caller by default (D1). Colleagues may know: it is what they plan with. */
export async function getAvailability(ctx: ServiceContext, { userId }: GetAvailabilityInput): Promise<Availability> {
  const { orgId } = ctx.actor
  return inOrganization(ctx, orgId, async (tx) => {
    const member = await requireMember(tx, orgId, userId ?? ctx.actor.userId)
    return loadAvailability(tx, orgId, member)
  })
}

/** A member of the organization, or NOT_FOUND. */
export async function requireMember(tx: Transaction, orgId: string, userId: string) {
  const member = await findMember(tx, orgId, userId)
  if (!member) throw notFound('person')
  return member
}
