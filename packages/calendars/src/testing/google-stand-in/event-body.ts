import { z } from 'zod'
import { badRequest } from './google-error.ts'

const text = z.string().nullish()
const flag = z.boolean().nullish()
const time = z.object({ date: text, dateTime: text, timeZone: text })
const properties = z.record(z.string().max(44), z.string().max(1024).nullable()).nullish()

const schema = z.object({
  id: text,
  iCalUID: text,
  status: z.enum(['confirmed', 'tentative', 'cancelled']).nullish(),
  summary: text,
  description: text,
  location: text,
  colorId: text,
  start: time.nullish(),
  end: time.nullish(),
  recurrence: z.array(z.string()).nullish(),
  transparency: z.enum(['opaque', 'transparent']).nullish(),
  visibility: z.enum(['default', 'public', 'private', 'confidential']).nullish(),
  sequence: z.int().nonnegative().nullish(),
  attendees: z
    .array(
      z.object({
        email: z.string().regex(/^[^\s@]+@[^\s@]+$/),
        displayName: text,
        responseStatus: z.enum(['needsAction', 'declined', 'tentative', 'accepted']).nullish(),
        optional: flag,
        resource: flag,
        comment: text,
      }),
    )
    .max(200)
    .nullish(),
  attendeesOmitted: flag,
  extendedProperties: z.object({ private: properties, shared: properties }).nullish(),
  guestsCanModify: flag,
  guestsCanInviteOthers: flag,
  guestsCanSeeOtherGuests: flag,
  conferenceData: z.unknown().optional(),
  reminders: z.unknown().optional(),
  source: z.unknown().optional(),
})

/** What a request writes: null takes a field away, what is not there is left (patch) or taken away (update). */
export type EventBody = z.infer<typeof schema>

/** Reads the JSON of a request; read-only and unknown fields are ignored, as Google does. Throws GoogleError. */
export function readEventBody(body: unknown): EventBody {
  const { success, data, error } = schema.safeParse(body)
  if (success) return data
  const [issue] = error.issues
  throw badRequest(
    issue?.path[0] === 'attendees' ? 'Invalid attendee email.' : `Invalid value for: ${issue?.path.join('.')}`,
  )
}
