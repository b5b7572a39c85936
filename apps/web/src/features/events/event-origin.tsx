import { CalendarSync } from 'lucide-react'
import { Detail } from '../../ui/detail.tsx'
import type { CalendarEvent } from './calendar-event.ts'
import { SOURCE_NAMES } from './event-source.ts'
import { OwnAnswer } from './own-answer.tsx'

/** Which linked calendar an event comes from, and what that means for changing it; nothing for events of this one. */
export function EventOrigin({ event, ownEmail }: { event: CalendarEvent; ownEmail: string }) {
  const name = SOURCE_NAMES[event.source]
  if (!name) return null
  return (
    <Detail icon={CalendarSync} label="Source">
      <div className="flex flex-col gap-2">
        <p className="text-ink">From {name}</p>
        <p className="text-muted">What you change here is changed there too, where {name} lets you.</p>
        <OwnAnswer event={event} ownEmail={ownEmail} />
      </div>
    </Detail>
  )
}
