const ANSWERS: Record<string, string> = {
  accepted: 'yes',
  tentative: 'maybe',
  declined: 'no',
  pending: 'no answer',
}

/** `Ben Okafor (yes), carla@partner.example (no answer)`; null for what is no list of people. */
export function peopleText(value: unknown): string | null {
  if (!Array.isArray(value)) return null
  return value.map(personText).filter(Boolean).join(', ') || null
}

function personText(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('email' in value)) return null
  const name = 'name' in value && typeof value.name === 'string' ? value.name : String(value.email)
  const answer = 'status' in value ? ANSWERS[String(value.status)] : undefined
  const isOptional = 'isOptional' in value && value.isOptional === true
  const notes = [answer, isOptional && 'optional'].filter(Boolean).join(', ')
  return notes ? `${name} (${notes})` : name
}
