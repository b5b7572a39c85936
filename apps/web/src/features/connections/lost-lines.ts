import type { CalendarParticipant } from '@astralis/core/ical/calendar-event'
import type { EventPart } from '@astralis/core/sync/field-groups'
import type { LostValue } from '@astralis/core/sync/lost-value'
import { formatWhen, zoneName } from '../../lib/format-time.ts'
import { LOCALE } from '../../lib/locale.ts'
import { recurrenceText } from '../recurrence/recurrence-text.ts'
import { ruleStartOf } from '../recurrence/rule-start.ts'

/** A field that was changed on both sides, in words. */
export interface LostLine {
  field: string
  kept: string
  dropped: string
}

type Read = (part: EventPart, locale: string) => string | null | undefined

/** How each field of a part reads; undefined where the part has it not. */
const FIELDS: Record<string, Read> = {
  Time: whenText,
  Repeats: ruleText,
  Title: ({ title }) => title,
  Description: ({ description }) => description,
  Location: ({ location }) => location,
  'Meeting link': ({ meetingLink }) => meetingLink,
  Status: ({ status }) => status && STATUS_WORDS[status],
  'Shown as': ({ showsAs }) => showsAs && SHOWS_AS_WORDS[showsAs],
  Organizer: ({ organizer }) => organizer && (organizer.name ?? organizer.email),
  People: ({ participants }) => participants?.map(personText).join(', '),
}

const STATUS_WORDS = { CONFIRMED: 'Confirmed', TENTATIVE: 'Tentative', CANCELLED: undefined } as const
const SHOWS_AS_WORDS = { BUSY: 'Busy', FREE: 'Free' } as const
const ANSWER_WORDS = { accepted: 'yes', tentative: 'maybe', declined: 'no', pending: 'no answer' } as const
const NONE = 'None'
const DELETED = 'Deleted'

/** What gave way to what, field by field; what is the same on both sides is left out. */
export function lostLines({ kept, dropped }: Pick<LostValue, 'kept' | 'dropped'>, locale = LOCALE): LostLine[] {
  return Object.entries(FIELDS).flatMap(([field, read]) => {
    const values = { kept: read(kept, locale), dropped: read(dropped, locale) }
    if ((values.kept || '') === (values.dropped || '')) return []
    return { field, kept: wordsOf(values.kept, kept), dropped: wordsOf(values.dropped, dropped) }
  })
}

function wordsOf(value: string | null | undefined, part: EventPart): string {
  return value || (part.status === 'CANCELLED' ? DELETED : NONE)
}

function whenText({ startsAt, endsAt, allDay = false, timeZone }: EventPart, locale: string): string | undefined {
  if (!startsAt || !endsAt) return undefined
  // Wall times are written as they are: as if the wall hung in UTC.
  const wall = { startsAt: `${startsAt}Z`, endsAt: `${endsAt}Z`, allDay, timeZone: 'UTC' }
  const zone = timeZone ? ` (${zoneName(timeZone)})` : ''
  return formatWhen(wall, 'UTC', locale) + zone
}

function ruleText({ recurrence, startsAt, timeZone }: EventPart, locale: string): string | null | undefined {
  if (!recurrence || !startsAt) return recurrence
  const [date = '', time = ''] = startsAt.split('T')
  const start = ruleStartOf(date, time.slice(0, 'HH:mm'.length), timeZone ?? 'UTC')
  return (start && recurrenceText(recurrence, start, locale)) ?? recurrence
}

function personText({ name, email, status }: CalendarParticipant): string {
  return `${name ?? email} (${ANSWER_WORDS[status]})`
}
