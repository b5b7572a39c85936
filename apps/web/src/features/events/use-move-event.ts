import type { Scope } from '@astralis/core/events/event'
import { useMutation } from '@tanstack/react-query'
import { formatWhenShort } from '../../lib/format-time.ts'
import { WORDS_LOCALE } from '../../lib/locale.ts'
import { describeProblem } from '../../lib/problem.ts'
import { trpcClient } from '../../lib/trpc.ts'
import { notify, notifyProblem, notifyWithUndo } from '../../ui/toast.tsx'
import type { CalendarEvent } from './calendar-event.ts'
import { findCached, patchCached, pauseLists, refreshEvents } from './event-cache.ts'
import { clashNote, reachText, undoScope } from './scope-text.ts'
import type { ScopeQuestion } from './use-scope-question.tsx'
import { warningNote } from './warning-note.ts'

interface Move {
  id: string
  startsAt: string
  endsAt: string
}

interface ScopedMove extends Move {
  scope: Scope
  /** Where it was, to put it back there. */
  before: CalendarEvent
  isUndo?: boolean
}

const GONE = 'This event is no longer in the calendar.'

/**
 * Moves or resizes an event: at once on the screen, then, once it is clear how far the move goes, on the server. A refusal
 * puts it back and says why. Moves run one after the other, each on the version that the one before it left.
 */
export function useMoveEvent(timeZone: string, ask: ScopeQuestion['ask']): (move: Move) => Promise<void> {
  const { mutate } = useMutation({
    scope: { id: 'move-event' },
    mutationFn: ({ id, startsAt, endsAt, scope }: ScopedMove) =>
      trpcClient.events.update.mutate({ id, version: requireCached(id).version, startsAt, endsAt, scope }),
    onMutate: show,
    onError: (error, { before }) => {
      patchCached(before.id, () => before)
      notifyProblem(`“${before.title}” was not moved`, describeProblem(error).message)
    },
    onSuccess: ({ event, warnings, occurrences }, { scope, before, isUndo }) => {
      patchCached(event.id, () => event)
      if (isUndo) return notify(backText(event.title, scope))
      const { startsAt, endsAt } = before
      const undo = () =>
        mutate({ id: event.id, startsAt, endsAt, scope: undoScope(scope), before: event, isUndo: true })
      const message = `${reachText(event.title, scope)} moved`
      const to = formatWhenShort(event, timeZone)
      const note = conflictNote(event) ?? warningNote(warnings)
      if (scope === 'this') return notifyWithUndo(`${message} to ${to}`, undo, note)
      const notes = [`This one to ${to}.`, clashNote(occurrences) ?? note]
      // Nobody knows any more where the series was of which this one had a time of its own.
      const isFinal = before.ownFields.includes('time')
      if (isFinal) notes.push('This one had a time of its own, so it can not be undone in one step.')
      const description = notes.filter(Boolean).join(' ')
      return isFinal ? notify(message, description) : notifyWithUndo(message, undo, description)
    },
    onSettled: refreshEvents,
  })
  return async (move) => {
    const before = findCached(move.id)
    if (!before) return notifyProblem('The event was not moved', GONE)
    await show(move)
    const scope = await ask(before, 'move')
    if (!scope) return show(before)
    mutate({ ...move, scope, before })
  }
}

async function show({ id, startsAt, endsAt }: Move): Promise<void> {
  patchCached(id, (event) => ({ ...event, startsAt, endsAt }))
  await pauseLists()
}

function requireCached(id: string): CalendarEvent {
  const event = findCached(id)
  if (!event) throw new Error(GONE)
  return event
}

function backText(title: string, scope: Scope): string {
  return scope === 'this' ? `“${title}” is back where it was` : `All “${title}” events are back where they were`
}

/** A word of warning for a change that led into a conflict. */
export function conflictNote({ status, conflicts }: CalendarEvent): string | undefined {
  if (status !== 'CONFLICT') return undefined
  const titles = conflicts.map(({ title }) => `“${title}”`)
  return `It overlaps ${new Intl.ListFormat(WORDS_LOCALE).format(titles)} and is kept as a conflict.`
}
