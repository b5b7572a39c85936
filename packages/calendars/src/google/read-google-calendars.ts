import { findTimeZone } from '@astralis/core/ical/time-zone-name'
import { z } from 'zod'
import { ACCESS_ROLES, type AccessRole } from '@astralis/core/sync/access-role'
import type { RemoteCalendar } from '../provider.ts'
import { readLine } from './google-text.ts'

const text = z.string().optional().catch(undefined)
const entrySchema = z.object({
  id: z.string().min(1),
  summary: text,
  summaryOverride: text,
  timeZone: text,
  accessRole: text,
  primary: z.boolean().catch(false),
  deleted: z.boolean().catch(false),
})

/** Google's list of calendars, the primary one first. What is no calendar is left out. */
export function readGoogleCalendars(entries: readonly unknown[]): RemoteCalendar[] {
  const calendars = entries.flatMap((entry): RemoteCalendar[] => {
    const { data } = entrySchema.safeParse(entry)
    if (!data || data.deleted) return []
    return [
      {
        remoteId: data.id,
        name: readLine(data.summaryOverride) || readLine(data.summary) || data.id,
        timeZone: findTimeZone(data.timeZone ?? '') ?? 'UTC',
        accessRole: readRole(data.accessRole),
        isPrimary: data.primary,
      },
    ]
  })
  return calendars.toSorted((a, b) => Number(b.isPrimary) - Number(a.isPrimary))
}

function readRole(role: string | undefined): AccessRole {
  // It writes everything but what is private, which `readGoogleEvent` knows by itself.
  if (role === 'writerWithoutPrivateAccess') return 'writer'
  return ACCESS_ROLES.find((known) => known === role) ?? 'reader'
}
