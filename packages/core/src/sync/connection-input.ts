import { z } from 'zod'
import { ownPathSchema } from './own-path.ts'
import { LINKABLE_PROVIDERS } from './provider-name.ts'
import { SYNC_DIRECTIONS } from './sync-direction.ts'
import { SYNC_OUTCOMES } from './sync-outcome.ts'

const MAX_CALENDARS = 100

export const authorizationUrlInput = z.strictObject({
  provider: z.enum(LINKABLE_PROVIDERS),
  /** The linked account to renew: it is suggested there. */
  id: z.uuid().optional(),
  /** Where the browser comes back to in the end. */
  returnTo: ownPathSchema.default('/calendar/connections'),
})
export type AuthorizationUrlInput = z.output<typeof authorizationUrlInput>

export const connectionInput = z.strictObject({ id: z.uuid() })
export type ConnectionInput = z.output<typeof connectionInput>

export const updateConnectionInput = z.strictObject({
  id: z.uuid(),
  syncEnabled: z.boolean().optional(),
  /** All calendars to keep in step: ours, as `connections.calendars` names them. */
  calendarIds: z.array(z.uuid()).max(MAX_CALENDARS, `Expected at most ${MAX_CALENDARS} calendars.`).optional(),
})
export type UpdateConnectionInput = z.output<typeof updateConnectionInput>

export const connectionLogInput = z.strictObject({
  id: z.uuid(),
  /** The entry to go on from, towards older ones. */
  before: z.uuid().optional(),
  direction: z.enum(SYNC_DIRECTIONS).optional(),
  outcomes: z.array(z.enum(SYNC_OUTCOMES)).min(1).max(SYNC_OUTCOMES.length).optional(),
})
export type ConnectionLogInput = z.output<typeof connectionLogInput>
