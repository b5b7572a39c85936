import { useQuery } from '@tanstack/react-query'
import { Ban, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { trpc } from '../../lib/trpc.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useUser } from '../auth/use-user.ts'
import type { CalendarEvent } from './calendar-event.ts'
import { EventDetails } from './event-details.tsx'
import { EVENT_STATUS_LOOKS } from './event-status.ts'
import { mayChange } from './may-change.ts'
import { useCancelEvent } from './use-cancel-event.ts'
import { useDeleteEvent } from './use-delete-event.ts'

interface EventPanelProps {
  event: CalendarEvent
  returnFocus: () => HTMLElement | null
  onEdit: () => void
  onClose: () => void
}

/** An event to read, with what can be done to it. */
export function EventPanel({ event, returnFocus, onEdit, onClose }: EventPanelProps) {
  const user = useUser()
  const members = useQuery(trpc.members.list.queryOptions()).data?.members ?? []
  const [isDeleting, setIsDeleting] = useState(false)
  const cancel = useCancelEvent()
  const remove = useDeleteEvent(onClose)
  const { label, tone, icon } = EVENT_STATUS_LOOKS[event.status]
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
        mayChange(user, event) && (
          <>
            <Button variant="primary" onClick={onEdit}>
              <Pencil aria-hidden className="size-4 max-sm:hidden" />
              Edit
            </Button>
            <Button
              onClick={() => {
                cancel(event)
                onClose()
              }}
            >
              <Ban aria-hidden className="size-4 max-sm:hidden" />
              Cancel event
            </Button>
            <Button variant="danger-ghost" onClick={() => setIsDeleting(true)} className="ml-auto">
              <Trash2 aria-hidden className="size-4 max-sm:hidden" />
              Delete
            </Button>
          </>
        )
      }
    >
      <EventDetails event={event} members={members} ownEmail={user.email} timeZone={user.timeZone} />
      {isDeleting && (
        <ConfirmDialog
          title={`Delete “${event.title}”?`}
          confirmLabel="Delete event"
          keepLabel="Keep it"
          isBusy={remove.isPending}
          onConfirm={() => remove.mutate(event)}
          onClose={() => setIsDeleting(false)}
        >
          It disappears for everybody and cannot be brought back. To keep a record, cancel it instead.
        </ConfirmDialog>
      )}
    </Sheet>
  )
}
