import { describeProblem } from '../../lib/problem.ts'
import { trpcClient } from '../../lib/trpc.ts'
import { notify, notifyProblem } from '../../ui/toast.tsx'
import type { CalendarEvent } from './calendar-event.ts'
import { refreshEvents } from './event-cache.ts'
import { eventValues, toEventFields } from './event-form-values.ts'
import type { Edit } from './use-save-event.ts'

/**
 * How what a form saved is taken back: a new event, or a new series, goes for good, a changed one is as it was. Null where
 * more than one event was changed, or its rule: nobody knows any more what each of them was before.
 */
export function undoOf(saved: CalendarEvent, edit: Edit | null): (() => void) | null {
  if (!edit) return () => void takeAway(saved)
  const { event: before, scope } = edit
  const isAlone = scope === 'this' && saved.recurrence === before.recurrence
  return isAlone ? () => void putBack(saved, before) : null
}

async function takeAway({ id, version, seriesId, title }: CalendarEvent): Promise<void> {
  try {
    await trpcClient.events.delete.mutate({ id, version, scope: seriesId ? 'all' : 'this' })
    notify(`“${title}” is gone again`)
  } catch (error) {
    notifyProblem(`“${title}” is still in the calendar`, describeProblem(error).message)
  }
  await refreshEvents()
}

async function putBack({ id, version, title }: CalendarEvent, before: CalendarEvent): Promise<void> {
  const { recurrence: _unchanged, ...fields } = toEventFields(eventValues(before))
  try {
    await trpcClient.events.update.mutate({ ...fields, id, version, scope: 'this' })
    notify(`“${before.title}” is as it was`)
  } catch (error) {
    notifyProblem(`“${title}” was not changed back`, describeProblem(error).message)
  }
  await refreshEvents()
}
