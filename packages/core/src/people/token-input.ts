import { z } from 'zod'
import { instantSchema } from '../time/instant.ts'
import { lineSchema } from '../wire/text.ts'
import { ROLES } from './role.ts'

export const createTokenInput = z.strictObject({
  /** What the tool is called. */
  name: lineSchema(100),
  role: z.enum(ROLES, `Expected one of ${ROLES.join(', ')}.`),
  /** Without it, the token works until it is revoked. */
  expiresAt: instantSchema.optional(),
})
export type CreateTokenInput = z.output<typeof createTokenInput>

export const tokenInput = z.strictObject({ id: z.uuid() })
export type TokenInput = z.output<typeof tokenInput>
