import { meetingLinkSchema } from '@astralis/core/events/meeting-link'
import { readDescription, writeDescription } from './google-description.ts'
import { type GoogleEvent, MAX_PROPERTY_LENGTH, MEETING_LINK_KEYS } from './google-event-schema.ts'

/** An event's text in which our own link stands as its last line, where its guests see it. */
const LINE_BEGIN = 'Meeting link: '

/** Google's own conferences can not be made for links of other services: ours are a line and a private property. */
export function writeMeetingLink(description: string | null, link: string | null) {
  const line = link === null ? [] : [LINE_BEGIN + link]
  const lines = [...(description === null ? [] : [description]), ...line]
  const [first, second] = MEETING_LINK_KEYS
  return {
    description: writeDescription(lines.join('\n\n')),
    properties: {
      [first]: link?.slice(0, MAX_PROPERTY_LENGTH) ?? null,
      [second]: link?.slice(MAX_PROPERTY_LENGTH) || null,
    },
  }
}

/** Our own link as long as its line is there, or Google's; and the description without the line. */
export function readMeetingLink(event: GoogleEvent): { description: string | null; meetingLink: string | null } {
  const description = readDescription(event.description)
  const own = MEETING_LINK_KEYS.map((key) => event.extendedProperties?.private?.[key] ?? '').join('')
  const link = own === '' ? null : readLink(own)
  const rest = link === null ? null : withoutLine(description, LINE_BEGIN + link)
  if (rest === null) return { description: description || null, meetingLink: readConference(event) }
  return { description: rest || null, meetingLink: link }
}

/** Null where there is no such line. Its last occurrence is the one that we wrote. */
function withoutLine(text: string, line: string): string | null {
  const lines = text.split('\n')
  const at = lines.lastIndexOf(line)
  if (at === -1) return null
  const before = lines.slice(0, at).join('\n').replace(/\n$/, '')
  return [before, ...lines.slice(at + 1)].join('\n').trim()
}

function readConference({ hangoutLink, conferenceData }: GoogleEvent): string | null {
  const video = conferenceData?.entryPoints?.find(({ entryPointType }) => entryPointType === 'video')
  return readLink(video?.uri) ?? readLink(hangoutLink)
}

function readLink(text: string | undefined): string | null {
  return meetingLinkSchema.safeParse(text).data ?? null
}
