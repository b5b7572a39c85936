import { ROLES } from '@astralis/core/people/role'
import { z } from 'zod'
import { components } from '../components.ts'

/** An instant as answers have it. */
export const instant = z.iso
  .datetime()
  .register(components, { id: 'Instant', description: 'RFC 3339, in UTC.', examples: ['2026-03-10T09:00:00Z'] })

export const role = z.enum(ROLES).register(components, {
  id: 'Role',
  description: 'ADMIN does everything, OPERATOR books for everyone, CLIENT for themselves.',
})

/** The answer of a procedure that has nothing to tell. */
export const nothing = z.object({}).register(components, { id: 'Nothing', description: 'It is done.' })

export const facts = z.record(z.string(), z.unknown())
