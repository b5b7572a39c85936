import { z } from 'zod'
import { ownPathSchema } from '../sync/own-path.ts'
import { timeZoneSchema } from '../time/time-zone.ts'
import { lineSchema } from '../wire/text.ts'
import { passwordSchema } from './auth-input.ts'

/** The password's length is not checked where it only has to be the right one. */
const presentPasswordSchema = z.string().max(200)

/** The e-mail address is who somebody is in an organization, and does not change. */
export const updateAccountInput = z.strictObject({
  name: lineSchema(100).optional(),
  timeZone: timeZoneSchema.optional(),
})
export type UpdateAccountInput = z.output<typeof updateAccountInput>

export const changePasswordInput = z.strictObject({
  currentPassword: presentPasswordSchema,
  newPassword: passwordSchema,
})
export type ChangePasswordInput = z.output<typeof changePasswordInput>

/** Whoever links an account to sign in with says the password again: a browser left open is not enough. */
export const linkGoogleInput = z.strictObject({
  password: presentPasswordSchema,
  returnTo: ownPathSchema.default('/settings'),
})
export type LinkGoogleInput = z.output<typeof linkGoogleInput>

export const googleUrlInput = z.strictObject({ returnTo: ownPathSchema.default('/calendar') })
export type GoogleUrlInput = z.output<typeof googleUrlInput>

/** As `sessions.list` names it. */
export const sessionInput = z.strictObject({ id: z.uuid() })
export type SessionInput = z.output<typeof sessionInput>
