import { useQuery } from '@tanstack/react-query'
import { Ban, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { trpc } from '../../lib/trpc.ts'
import { useShortcuts } from '../../lib/use-shortcuts.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useUser } from '../auth/use-user.ts'
import type { CalendarEvent } from './calendar-event.ts'
import { EventDetails } from './event-details.tsx'
import { lookOf } from './event-status.ts'
import { useCancelEvent } from './use-cancel-event.ts'
import { useDeleteEvent } from './use-delete-event.ts'
import { useEventPlaces } from './use-event-places.ts'
import { useScopeQuestion } from './use-scope-question.tsx'

interface EventPanelProps {
  event: CalendarEvent
  returnFocus: () => HTMLElement | null
  onEdit: () => void
  onClose: () => void
}

const SERIES_FOR_GOOD =
  'Deleted events disappear for everybody and cannot be brought back. To keep a record, cancel them instead.'

/** An event to read, with what can be done to it. */
export function EventPanel({ event, returnFocus, onEdit, onClose }: EventPanelProps) {
  const user = useUser()
  const members = useQuery(trpc.members.list.queryOptions()).data?.members ?? []
  const places = useEventPlaces(event)
  const [isDeleting, setIsDeleting] = useState(false)
  const cancel = useCancelEvent()
  const remove = useDeleteEvent(onClose)
  const { ask, dialog } = useScopeQuestion()
  const { label, tone, icon } = lookOf(event)
  const isEditable = event.mayChange
  useShortcuts({ e: () => isEditable && onEdit() }, { layers: 1 })
  const cancelEvent = async () => {
    const scope = await ask(event, 'cancel')
    if (!scope) return
    cancel({ event, scope })
    onClose()
  }
  const deleteEvent = async () => {
    if (!event.seriesId) return setIsDeleting(true)
    const scope = await ask(event, 'delete', { note: SERIES_FOR_GOOD })
    if (scope) remove.mutate({ event, scope })
  }
  return (
    <Sheet
      title={event.title}
      onClose={onClose}
      returnFocus={returnFocus}
      badge={
        <Badge tone={tone} icon={icon}>
          {label}
        </Badge>
      }
      footer={
        isEditable && (
          <>
            <Button variant="primary" onClick={onEdit}>
              <Pencil aria-hidden className="size-4 max-sm:hidden" />
              Edit
            </Button>
            <Button onClick={() => void cancelEvent()}>
              <Ban aria-hidden className="size-4 max-sm:hidden" />
              Cancel event
            </Button>
            <Button variant="danger-ghost" onClick={() => void deleteEvent()} className="ms-auto">
              <Trash2 aria-hidden className="size-4 max-sm:hidden" />
              Delete
            </Button>
          </>
        )
      }
    >
      <EventDetails event={event} members={members} places={places} user={user} />
      {isDeleting && (
        <ConfirmDialog
          title={`Delete “${event.title}”?`}
          confirmLabel="Delete event"
          keepLabel="Keep it"
          isBusy={remove.isPending}
          onConfirm={() => remove.mutate({ event, scope: 'this' })}
          onClose={() => setIsDeleting(false)}
        >
          It disappears for everybody and cannot be brought back. To keep a record, cancel it instead.
        </ConfirmDialog>
      )}
      {dialog}
    </Sheet>
  )
}
