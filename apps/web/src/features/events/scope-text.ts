import type { Scope } from '@astralis/core/events/event'

/** What is about to be done to an occurrence. */
export type ScopedAction = 'save' | 'move' | 'cancel' | 'delete' | 'answer'

export const SCOPE_LABELS: Record<Scope, string> = {
  this: 'This event',
  following: 'This and following events',
  all: 'All events',
}

export const SCOPE_TITLES: Record<ScopedAction, string> = {
  save: 'Change which events?',
  move: 'Move which events?',
  cancel: 'Cancel which events?',
  delete: 'Delete which events?',
  answer: 'Answer for which events?',
}

const VERBS: Record<ScopedAction, string> = {
  save: 'Save',
  move: 'Move',
  cancel: 'Cancel',
  delete: 'Delete',
  answer: 'Answer for',
}

/** `Cancel event`, `Cancel events` */
export function confirmText(action: ScopedAction, scope: Scope): string {
  return `${VERBS[action]} ${scope === 'this' ? 'event' : 'events'}`
}

/** `“Standup”`, `“Standup” and the following events`, `All “Standup” events`: what was changed, to begin a sentence. */
export function reachText(title: string, scope: Scope): string {
  const quoted = `“${title}”`
  if (scope === 'this') return quoted
  return scope === 'all' ? `All ${quoted} events` : `${quoted} and the following events`
}

/** Half of a series is a series of its own after a change of it, until all of that is as it was. */
export function undoScope(scope: Scope): Scope {
  return scope === 'this' ? 'this' : 'all'
}

/** What a change of several should make people think of; undefined where all are free. */
export function clashNote(occurrences: { clashes: readonly unknown[] } | undefined): string | undefined {
  const count = occurrences?.clashes.length ?? 0
  if (count === 0) return undefined
  return count === 1
    ? 'One of them overlaps something and is kept as a conflict.'
    : `${count} of them overlap something and are kept as conflicts.`
}
