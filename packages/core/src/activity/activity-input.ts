import { z } from 'zod'
import { instantSchema } from '../time/instant.ts'
import { ACTIVITY_ENTITIES } from './activity-entity.ts'

const filters = {
  entity: z.enum(ACTIVITY_ENTITIES).optional(),
  /** Of one event, member or other thing. */
  entityId: z.uuid().optional(),
  /** Of what one member did. */
  actorId: z.uuid().optional(),
  from: instantSchema.optional(),
  to: instantSchema.optional(),
  /** The entry to go on from, towards older ones. */
  before: z.uuid().optional(),
}

export const listActivityInput = z.strictObject(filters)
export type ListActivityInput = z.output<typeof listActivityInput>

export const ACTIVITY_FORMATS = ['csv', 'json'] as const
export type ActivityFormat = (typeof ACTIVITY_FORMATS)[number]

export const exportActivityInput = z.strictObject({ ...filters, format: z.enum(ACTIVITY_FORMATS) })
export type ExportActivityInput = z.output<typeof exportActivityInput>
