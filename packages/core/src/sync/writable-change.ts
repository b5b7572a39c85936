import type { CalendarEvent } from '../ical/calendar-event.ts'
import { differingGroups, withGroups } from './field-groups.ts'
import type { WriteAccess } from './remote-item.ts'

interface Account {
  writeAccess: WriteAccess
  memberEmail: string
}

interface ChangedHere {
  here: CalendarEvent
  /** The form it had here when both sides last agreed. */
  base: CalendarEvent
  /** Only who is asked there can answer there. */
  there: CalendarEvent
}

/** `here` with only those of its changes that the account may write to the linked calendar. */
export function writableChange({ here, base, there }: ChangedHere, account: Account): CalendarEvent {
  if (account.writeAccess === 'all') return here
  const reset = withGroups(here, base, differingGroups(here, base))
  const answer = answerOf(here, account)
  if (account.writeAccess === 'none' || !answer || !answerOf(there, account)) return reset
  const participants = reset.participants.map((person) =>
    person.email === account.memberEmail ? { ...person, status: answer } : person,
  )
  return { ...reset, participants }
}

function answerOf({ participants }: CalendarEvent, { memberEmail }: Account) {
  return participants.find(({ email }) => email === memberEmail)?.status
}
