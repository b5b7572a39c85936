import { ACCESS_ROLES } from '@astralis/core/sync/access-role'
import { CONNECTION_PROBLEMS } from '@astralis/core/sync/connection-problem'
import { CONNECTION_STATUSES } from '@astralis/core/sync/connection-status'
import { PROVIDERS } from '@astralis/core/sync/provider-name'
import { SYNC_DIRECTIONS } from '@astralis/core/sync/sync-direction'
import { SYNC_OUTCOMES } from '@astralis/core/sync/sync-outcome'
import { z } from 'zod'
import { components } from '../components.ts'
import { facts, instant, nothing } from './wire-forms.ts'

const calendar = z
  .object({
    id: z.uuid(),
    name: z.string(),
    isPrimary: z.boolean(),
    accessRole: z.enum(ACCESS_ROLES),
    isSelected: z.boolean(),
  })
  .register(components, {
    id: 'LinkedCalendar',
    description: 'A calendar of a linked account; selected: kept in step.',
  })

const connection = z
  .object({
    id: z.uuid(),
    provider: z.enum(PROVIDERS),
    providerEmail: z.string(),
    status: z.enum(CONNECTION_STATUSES),
    isActive: z.boolean(),
    syncEnabled: z.boolean(),
    lastSyncAt: instant.nullable(),
    problem: z
      .object({ reason: z.enum(CONNECTION_PROBLEMS), message: z.string(), action: z.string(), since: instant })
      .nullable(),
    pendingChanges: z.int(),
    calendars: z.array(calendar),
    isSyncing: z.boolean(),
    progress: z.object({ items: z.int() }).nullable(),
  })
  .register(components, { id: 'Connection', description: 'A linked calendar account.' })

const entry = z.object({
  id: z.uuid(),
  at: instant,
  direction: z.enum(SYNC_DIRECTIONS),
  outcome: z.enum(SYNC_OUTCOMES),
  message: z.string(),
  calendarId: z.uuid().nullable(),
  eventId: z.uuid().nullable(),
  title: z.string().nullable(),
  detail: facts.nullable(),
  needsAttention: z.boolean(),
})

export const connectionAnswers = {
  'connections.authorizationUrl': z.object({ url: z.string() }),
  'connections.list': z.object({ connections: z.array(connection), canLink: z.boolean(), usesDemo: z.boolean() }),
  'connections.calendars': z.object({ calendars: z.array(calendar) }),
  'connections.update': nothing,
  'connections.sync': z.object({ queued: z.boolean() }),
  'connections.disconnect': nothing,
  'connections.log': z.object({ entries: z.array(entry) }),
}
