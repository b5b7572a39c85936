import { lastDayBefore, type SuggestValues } from './suggest-values.ts'
import type { Relaxation } from './suggestions.ts'

/** What a relaxation changes in the search; nothing where it only names another time. */
export function changeOf({ facts }: Pick<Relaxation, 'facts'>, values: SuggestValues): Partial<SuggestValues> {
  const { durationMinutes, email, rangeTo } = facts
  if (typeof durationMinutes === 'number') return { minutes: durationMinutes }
  if (typeof rangeTo === 'string') return { to: lastDayBefore(rangeTo, values.timeZone) }
  if (typeof email !== 'string') return {}
  return {
    people: values.people.map((person) => (person.email === email ? { ...person, isOptional: true } : person)),
  }
}
