import { z } from 'zod'
import { timeZoneSchema } from '../time/time-zone.ts'
import { lineSchema } from '../wire/text.ts'
import { passwordSchema } from './auth-input.ts'
import { emailSchema } from './email.ts'
import { ROLES } from './role.ts'

const roleSchema = z.enum(ROLES, `Expected one of ${ROLES.join(', ')}.`)
const tokenSchema = z.string('Expected the last part of the link.').max(200, 'Expected the last part of the link.')

export const inviteMemberInput = z.strictObject({ email: emailSchema, role: roleSchema })
export type InviteMemberInput = z.output<typeof inviteMemberInput>

export const withdrawInvitationInput = z.strictObject({ id: z.uuid() })
export type WithdrawInvitationInput = z.output<typeof withdrawInvitationInput>

export const joinInvitationInput = z.strictObject({ token: tokenSchema })
export type JoinInvitationInput = z.output<typeof joinInvitationInput>

/** The address is the one that was invited: it is not theirs to choose. */
export const acceptInvitationInput = z.strictObject({
  token: tokenSchema,
  name: lineSchema(100),
  password: passwordSchema,
  /** That of whoever invited them, unless it is said. */
  timeZone: timeZoneSchema.optional(),
})
export type AcceptInvitationInput = z.output<typeof acceptInvitationInput>

export const updateMemberInput = z.strictObject({
  id: z.uuid(),
  role: roleSchema.optional(),
  isActive: z.boolean().optional(),
})
export type UpdateMemberInput = z.output<typeof updateMemberInput>

export const transferMeetingsInput = z
  .strictObject({ fromId: z.uuid(), toId: z.uuid() })
  .refine(({ fromId, toId }) => fromId !== toId, { path: ['toId'], error: 'Expected somebody else.' })
export type TransferMeetingsInput = z.output<typeof transferMeetingsInput>
