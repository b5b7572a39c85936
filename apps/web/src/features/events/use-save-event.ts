import type { Scope } from '@astralis/core/events/event'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { newKey } from '../../lib/random.ts'
import { trpcClient, type Outputs } from '../../lib/trpc.ts'
import { notify, notifyWarning, notifyWithUndo } from '../../ui/toast.tsx'
import type { CalendarEvent } from './calendar-event.ts'
import { refreshEvents } from './event-cache.ts'
import { toEventFields, type EventFormValues } from './event-form-values.ts'
import { savedText } from './saved-text.ts'
import { changedRecurrence } from './series-rule.ts'
import { undoOf } from './undo-save.ts'

export interface Edit {
  /** What the form was filled with. */
  event: CalendarEvent
  /** The version that is to be changed. */
  version: number
  scope: Scope
}

interface SaveEvent {
  /** Null for a new event. */
  edit: Edit | null
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
    mutationFn: ({ edit, values }: SaveEvent): Promise<Outputs['events']['create']> => {
      const fields = toEventFields(values)
      if (!edit) return trpcClient.events.create.mutate({ ...fields, idempotencyKey })
      const { event, version, scope } = edit
      const recurrence = changedRecurrence(values, event)
      return trpcClient.events.update.mutate({ ...fields, id: event.id, version, scope, recurrence })
    },
    onError,
    onSuccess: async (saved, { edit }) => {
      await refreshEvents()
      onSaved()
      const { message, warning } = savedText(saved, edit?.scope ?? null)
      const undo = undoOf(saved.event, edit)
      if (undo) notifyWithUndo(message, undo, warning)
      else if (warning) notifyWarning(message, warning)
      else notify(message)
    },
  })
}
