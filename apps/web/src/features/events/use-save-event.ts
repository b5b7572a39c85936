import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { newKey } from '../../lib/random.ts'
import { trpcClient, type Outputs } from '../../lib/trpc.ts'
import { notify, notifyWarning } from '../../ui/toast.tsx'
import type { CalendarEvent } from './calendar-event.ts'
import { refreshEvents } from './event-cache.ts'
import { toEventFields, type EventFormValues } from './event-form-values.ts'
import { conflictNote } from './use-move-event.ts'
import { warningNote } from './warning-note.ts'

interface SaveEvent {
  /** What is changed; null for a new event. */
  event: Pick<CalendarEvent, 'id' | 'version'> | null
  values: EventFormValues
}

interface SaveOutcome {
  onSaved: () => void
  onError: (error: Error) => void
}

/** Creates or changes an event from its form. A repeated attempt to create makes no second event. */
export function useSaveEvent({ onSaved, onError }: SaveOutcome) {
  const [idempotencyKey] = useState(newKey)
  return useMutation({
    mutationFn: ({ event, values }: SaveEvent): Promise<Outputs['events']['create']> => {
      const fields = toEventFields(values)
      return event
        ? trpcClient.events.update.mutate({ id: event.id, version: event.version, ...fields })
        : trpcClient.events.create.mutate({ ...fields, idempotencyKey })
    },
    onError,
    onSuccess: async ({ event: saved, warnings }, { event }) => {
      await refreshEvents()
      onSaved()
      const conflict = conflictNote(saved)
      const warning = warningNote(warnings)
      const done = `“${saved.title}” ${event ? 'saved' : 'created'}`
      if (conflict) notifyWarning(`“${saved.title}” saved as a conflict`, conflict)
      else if (warning) notifyWarning(done, warning)
      else notify(done)
    },
  })
}
