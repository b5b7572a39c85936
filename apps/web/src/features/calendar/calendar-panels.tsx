import type { CalendarEvent } from '../events/calendar-event.ts'
import { EventEditor } from '../events/event-editor.tsx'
import { EventPanel } from '../events/event-panel.tsx'
import type { useCalendarPanel } from './use-calendar-panel.ts'

interface CalendarPanelsProps {
  panel: ReturnType<typeof useCalendarPanel>
  events: readonly CalendarEvent[]
}

/** What is open beside the calendar, if anything. */
export default function CalendarPanels({ panel: { panel, ...control }, events }: CalendarPanelsProps) {
  if (!panel) return null
  const event = events.find(({ id }) => id === panel.eventId) ?? null
  const returnFocus = () => document.querySelector<HTMLElement>(`[data-event-id="${panel.eventId}"]`)
  if (panel.kind === 'details')
    return (
      event && (
        <EventPanel
          event={event}
          returnFocus={returnFocus}
          onEdit={() => control.openEdit(event)}
          onClose={control.close}
        />
      )
    )
  return (
    <EventEditor
      key={panel.eventId}
      event={event}
      initialValues={panel.initialValues}
      returnFocus={returnFocus}
      onClose={control.close}
      onValuesChange={(values) => control.followForm(panel.eventId, values)}
    />
  )
}
