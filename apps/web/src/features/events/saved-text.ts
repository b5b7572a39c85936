import type { Scope } from '@astralis/core/events/event'
import type { Outputs } from '../../lib/trpc.ts'
import { clashNote, reachText } from './scope-text.ts'
import { conflictNote } from './use-move-event.ts'
import { warningNote } from './warning-note.ts'

interface SavedText {
  message: string
  warning: string | undefined
}

/** What to say of an event that was saved; `scope` is null for a new one. */
export function savedText(saved: Outputs['events']['create'], scope: Scope | null): SavedText {
  const { event, warnings, occurrences } = saved
  const done = `${reachText(event.title, scope ?? 'this')} ${scope ? 'saved' : 'created'}`
  if (occurrences && occurrences.total > 1) {
    const { summary } = occurrences
    const message = `${done}, ${summary.charAt(0).toLowerCase()}${summary.slice(1)}`
    return { message, warning: clashNote(occurrences) ?? warningNote(warnings) }
  }
  const conflict = conflictNote(event)
  if (conflict) return { message: `“${event.title}” saved as a conflict`, warning: conflict }
  return { message: done, warning: warningNote(warnings) }
}
