import fc from 'fast-check'
import type { CalendarEvent } from '../../ical/calendar-event.ts'
import { WRITE_ACCESS } from '../remote-item.ts'
import type { SyncState } from '../decide.ts'

export const MEMBER = 'ana@example.com'
const PEOPLE = [MEMBER, 'ben@example.com', 'cleo@example.com']

export const ITEM: CalendarEvent = {
  uid: 'item',
  sequence: 0,
  title: 'Planning',
  description: null,
  location: null,
  meetingLink: null,
  allDay: false,
  startsAt: '2026-03-02T10:00:00',
  endsAt: '2026-03-02T11:00:00',
  timeZone: 'Europe/Berlin',
  recurrence: null,
  originalStartsAt: null,
  originalTimeZone: null,
  status: 'CONFIRMED',
  showsAs: 'BUSY',
  organizer: { email: MEMBER, name: null },
  participants: [
    { email: MEMBER, name: null, status: 'accepted', isOptional: false },
    { email: 'ben@example.com', name: null, status: 'pending', isOptional: false },
  ],
}

const participants = fc.uniqueArray(
  fc.record({
    email: fc.constantFrom(...PEOPLE),
    name: fc.constantFrom(null, 'Somebody'),
    status: fc.constantFrom('pending', 'accepted', 'declined', 'tentative'),
    isOptional: fc.boolean(),
  }),
  { selector: ({ email }) => email },
)

/** Items of so few values that two of them often agree in something. */
export const someItem: fc.Arbitrary<CalendarEvent> = fc
  .record({
    title: fc.constantFrom('Planning', 'Review', 'Lunch'),
    hour: fc.constantFrom('08', '10', '14'),
    status: fc.constantFrom('CONFIRMED', 'TENTATIVE', 'CANCELLED'),
    showsAs: fc.constantFrom('BUSY', 'FREE'),
    organizer: fc.option(fc.constantFrom(...PEOPLE)),
    participants,
  })
  .map(({ hour, organizer, ...fields }) => ({
    ...ITEM,
    ...fields,
    startsAt: `2026-03-02T${hour}:00:00`,
    endsAt: `2026-03-02T${hour}:30:00`,
    organizer: organizer === null ? null : { email: organizer, name: null },
  }))

const base = fc.oneof(
  someItem.map((item) => ({ here: item, there: item })),
  fc.record({ here: someItem, there: someItem }),
)

/** Every state of an item there can be. */
export const someState: fc.Arbitrary<SyncState> = fc.record({
  here: fc.option(someItem),
  there: fc.option(someItem),
  base: fc.option(base),
  owner: fc.constantFrom('here', 'there'),
  writeAccess: fc.constantFrom(...WRITE_ACCESS),
  memberEmail: fc.constant(MEMBER),
})
