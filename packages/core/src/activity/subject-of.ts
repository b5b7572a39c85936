import type { Snapshot } from './log-entry.ts'

interface Named {
  before: Snapshot | null
  after: Snapshot | null
  /** What it is called now, where that is known. */
  knownName: string | null
}

/**
 * What an entry is about in words: what it holds of the thing, the latest first, before what is known of it now, because a
 * reader wants to know what it was called then; an address only where there is no name.
 */
export function subjectOf({ before, after, knownName }: Named): string | null {
  const held = (field: string) => [after?.[field], before?.[field]]
  const names = [...held('title'), ...held('name'), knownName, ...held('email'), ...held('accountEmail')]
  return names.find(isName) ?? null
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
