import { z } from 'zod'
import { timeZoneSchema } from '../time/time-zone.ts'
import { lineSchema } from '../wire/text.ts'
import { emailSchema } from './email.ts'

/** Length only, no composition rules: NIST SP 800-63B, 3.1.1.2. The upper bound keeps hashing cheap. */
export const passwordSchema = z
  .string()
  .min(10, 'Expected at least 10 characters.')
  .max(200, 'Expected at most 200 characters.')

export const signUpInput = z.strictObject({
  organizationName: lineSchema(100),
  name: lineSchema(100),
  email: emailSchema,
  password: passwordSchema,
  timeZone: timeZoneSchema,
})
export type SignUpInput = z.output<typeof signUpInput>

/** The password's length is not checked here: a wrong one is simply wrong. */
export const signInInput = z.strictObject({ email: emailSchema, password: z.string().max(200) })
export type SignInInput = z.output<typeof signInInput>
