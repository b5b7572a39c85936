/** In the order in which they are listed. */
export const SECTIONS = ['profile', 'reminders', 'security', 'tokens'] as const
export type Section = (typeof SECTIONS)[number]

export interface SettingsSearch {
  /** Without it: the first. */
  section?: Section | undefined
  /** The account at Google that was just linked to sign in with. */
  linked?: string | undefined
  /** The literal of why none was. */
  problem?: string | undefined
}

/** Reads the address; what it says wrong is ignored. Who comes back from Google comes back to where they left. */
export function readSettingsSearch({ section, linked, problem }: Record<string, unknown>): SettingsSearch {
  const returned = { linked: textOf(linked), problem: textOf(problem) }
  const hasReturned = returned.linked !== undefined || returned.problem !== undefined
  return { section: hasReturned ? 'security' : SECTIONS.find((known) => known === section), ...returned }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
