import type { DraftParticipant } from '../events/draft-event.ts'

/**
 * Does to `people` what was done to `before` when it became `after`: who joined joins, who left leaves, who became
 * optional, or answered, does so here too. Everybody else stays.
 */
export function mergePeople(
  people: readonly DraftParticipant[],
  before: readonly DraftParticipant[],
  after: readonly DraftParticipant[],
): DraftParticipant[] {
  const [was, is] = [byEmail(before), byEmail(after)]
  const known = byEmail(people)
  const staying = people
    .filter(({ email }) => is.has(email) || !was.has(email))
    .map((person) => {
      const [old, now] = [was.get(person.email), is.get(person.email)]
      if (!old || !now) return person
      return {
        ...person,
        name: old.name === now.name ? person.name : now.name,
        status: old.status === now.status ? person.status : now.status,
        isOptional: old.isOptional === now.isOptional ? person.isOptional : now.isOptional,
      }
    })
  return [...staying, ...after.filter(({ email }) => !was.has(email) && !known.has(email))]
}

function byEmail(people: readonly DraftParticipant[]): Map<string, DraftParticipant> {
  return new Map(people.map((person) => [person.email, person]))
}
