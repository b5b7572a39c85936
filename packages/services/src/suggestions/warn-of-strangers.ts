import type { Person } from '@astralis/core/slots/person'
import type { Warning } from '@astralis/core/wire/warning'

const MAX_WARNINGS = 20

/** Who is nobody we know: said, because their hours are a guess. */
export function warnOfStrangers(people: readonly Person[]): Warning[] {
  const strangers = people.filter(({ name }) => name === null)
  return strangers.slice(0, MAX_WARNINGS).map(({ email }) => ({
    code: 'UNKNOWN_PERSON',
    email,
    message: `${email} has no account here: their working hours are not known, and only events of this organization count.`,
  }))
}
