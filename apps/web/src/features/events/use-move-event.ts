import { useMutation } from '@tanstack/react-query'
import { formatWhenShort } from '../../lib/format-time.ts'
import { describeProblem } from '../../lib/problem.ts'
import { trpcClient } from '../../lib/trpc.ts'
import { notify, notifyProblem, notifyWithUndo } from '../../ui/toast.tsx'
import type { CalendarEvent } from './calendar-event.ts'
import { findCached, patchCached, pauseLists, refreshEvents } from './event-cache.ts'
import { warningNote } from './warning-note.ts'

interface Move {
  id: string
  startsAt: string
  endsAt: string
  isUndo?: boolean
}

/**
 * Moves or resizes an event: at once on the screen, then on the server. A refusal puts it back and says why. Moves run
 * one after the other, each on the version that the one before it left.
 */
export function useMoveEvent(timeZone: string): (move: Move) => void {
  const { mutate } = useMutation({
    scope: { id: 'move-event' },
    mutationFn: ({ id, startsAt, endsAt }: Move) =>
      trpcClient.events.update.mutate({ id, version: requireCached(id).version, startsAt, endsAt }),
    onMutate: async ({ id, startsAt, endsAt }) => {
      const before = requireCached(id)
      patchCached(id, (event) => ({ ...event, startsAt, endsAt }))
      await pauseLists()
      return before
    },
    onError: (error, { id }, before) => {
      if (before) patchCached(id, () => before)
      const { message } = describeProblem(error)
      notifyProblem(before ? `“${before.title}” was not moved` : 'The event was not moved', message)
    },
    onSuccess: ({ event, warnings }, { id, isUndo }, before) => {
      patchCached(id, () => event)
      if (isUndo) return notify(`“${event.title}” is back where it was`)
      const { startsAt, endsAt } = before
      const undo = () => mutate({ id, startsAt, endsAt, isUndo: true })
      const note = conflictNote(event) ?? warningNote(warnings)
      notifyWithUndo(`“${event.title}” moved to ${formatWhenShort(event, timeZone)}`, undo, note)
    },
    onSettled: refreshEvents,
  })
  return mutate
}

function requireCached(id: string): CalendarEvent {
  const event = findCached(id)
  if (!event) throw new Error('This event is no longer in the calendar.')
  return event
}

/** A word of warning for a change that led into a conflict. */
export function conflictNote({ status, conflicts }: CalendarEvent): string | undefined {
  if (status !== 'CONFLICT') return undefined
  const titles = conflicts.map(({ title }) => `“${title}”`)
  return `It overlaps ${new Intl.ListFormat('en').format(titles)} and is kept as a conflict.`
}
