import { z } from 'zod'

const text = z.string().optional().catch(undefined)
const flag = z.boolean().optional().catch(undefined)
const time = z.object({ date: text, dateTime: text, timeZone: text }).optional().catch(undefined)
const person = z.object({ email: text, displayName: text, self: flag })
const attendee = person.extend({ responseStatus: text, optional: flag })
const list = <T extends z.ZodType>(item: T) =>
  z.array(item.nullable().catch(null)).transform((all) => all.filter((one) => one !== null))

/**
 * What is read of an event as Google's API has it (v3, `Schema$Event`). What is not as documented counts as absent, so
 * that one odd field does not cost the event.
 */
export const googleEventSchema = z.object({
  id: z.string().min(1),
  etag: text,
  status: text,
  htmlLink: text,
  iCalUID: text,
  sequence: z.int().nonnegative().optional().catch(undefined),
  summary: text,
  description: text,
  location: text,
  start: time,
  end: time,
  recurrence: list(z.string()).optional().catch(undefined),
  recurringEventId: text,
  originalStartTime: time,
  transparency: text,
  visibility: text,
  eventType: text,
  locked: flag,
  guestsCanModify: flag,
  organizer: person.optional().catch(undefined),
  attendees: list(attendee).optional().catch(undefined),
  hangoutLink: text,
  conferenceData: z
    .object({
      entryPoints: list(z.object({ entryPointType: text, uri: text }))
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
  extendedProperties: z
    .object({ private: z.record(z.string(), z.string().catch('')).optional().catch(undefined) })
    .optional()
    .catch(undefined),
})

export type GoogleEvent = z.infer<typeof googleEventSchema>

/** The same as a mask for the API's parameter `fields`, so that nothing else is sent. */
export const EVENT_FIELDS = [
  'id,etag,status,htmlLink,iCalUID,sequence,summary,description,location,start,end,recurrence,recurringEventId',
  'originalStartTime,transparency,visibility,eventType,locked,guestsCanModify,organizer(email,displayName,self)',
  'attendees(email,displayName,self,responseStatus,optional),hangoutLink',
  'conferenceData(entryPoints(entryPointType,uri)),extendedProperties(private)',
].join(',')

/** Keys of private extended properties, which only this copy of an event has: at most 44 characters. */
export const OWN_ID_KEY = 'astralisId'
/** Values have at most 1,024 characters, and links up to 2,000. */
export const MEETING_LINK_KEYS = ['astralisMeetingLink', 'astralisMeetingLink2'] as const
export const MAX_PROPERTY_LENGTH = 1024

export const NO_TITLE = '(No title)'
