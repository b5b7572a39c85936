import type { Person } from '@astralis/core/slots/person'
import type { Warning } from '@astralis/core/wire/warning'

const MAX_WARNINGS = 20

/** Who is nobody we know: said, because their hours are a guess. */
export function warnOfStrangers(people: readonly Person[]): Warning[] {
  const strangers = people.filter(({ name }) => name === null)
  const named = strangers.slice(0, MAX_WARNINGS).map(({ email }): Warning => ({
    code: 'UNKNOWN_PERSON',
    email,
    message: `${email} has no account here: their working hours are not known, and only events of this organization count.`,
  }))
  const others = strangers.length - named.length
  return others === 0
    ? named
    : [...named, { code: 'UNKNOWN_PERSON', message: `The same goes for ${others} more people without an account.` }]
}
