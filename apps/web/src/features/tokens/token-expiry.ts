import { Temporal } from '@astralis/core/temporal'

/** How long a token can be asked to work. */
export const LIFETIMES = [
  { value: '30', label: '30 days', days: 30 },
  { value: '90', label: '90 days', days: 90 },
  { value: '365', label: 'A year', days: 365 },
  { value: 'never', label: 'Until it is revoked', days: null },
] as const
export type Lifetime = (typeof LIFETIMES)[number]['value']

/** The shortest that is not a nuisance. */
export const USUAL_LIFETIME: Lifetime = '90'

const HOURS_OF_DAY = 24

/** When a token made at `at` stops working, as it travels; undefined for never. */
export function expiryOf(lifetime: Lifetime, at: Temporal.Instant): string | undefined {
  const days = LIFETIMES.find(({ value }) => value === lifetime)?.days
  return days ? at.add({ hours: days * HOURS_OF_DAY }).toString() : undefined
}

export function hasExpired(expiresAt: string | null, at: Temporal.Instant): boolean {
  return expiresAt !== null && Temporal.Instant.compare(expiresAt, at) <= 0
}
