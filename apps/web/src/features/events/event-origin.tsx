import { CalendarSync, ExternalLink } from 'lucide-react'
import { Detail } from '../../ui/detail.tsx'
import type { CalendarEvent } from './calendar-event.ts'
import { PLACE_NAMES, SOURCE_NAMES } from './event-source.ts'
import { OwnAnswer } from './own-answer.tsx'
import { isAnswerable, type EventPlace } from './use-event-places.ts'

interface EventOriginProps {
  event: CalendarEvent
  places: readonly EventPlace[] | undefined
  ownEmail: string
}

/** Which linked calendars have the event as well, and what that means for changing it; nothing for one that is only here. */
export function EventOrigin({ event, places, ownEmail }: EventOriginProps) {
  const source = SOURCE_NAMES[event.source]
  if (!source && !places?.length) return null
  return (
    <Detail icon={CalendarSync} label="Source">
      <div className="flex flex-col gap-2">
        {source && <p className="text-ink">From {source}</p>}
        {places?.map((place) => (
          <Place key={`${place.provider} ${place.calendarName} ${place.webLink}`} place={place} isSource={!!source} />
        ))}
        {source && places && !event.mayChange && (
          <p className="text-muted">
            It can not be changed from here.{' '}
            {isAnswerable(places) ? 'Its organizer may, and you can answer it.' : `${source} only lets us read it.`}
          </p>
        )}
        {source && isAnswerable(places) && <OwnAnswer event={event} ownEmail={ownEmail} />}
      </div>
    </Detail>
  )
}

function Place({ place, isSource }: { place: EventPlace; isSource: boolean }) {
  const { provider, calendarName, webLink, problem } = place
  const name = PLACE_NAMES[provider]
  return (
    <div className="flex flex-col items-start">
      {!isSource && (
        <p className="wrap-anywhere text-ink">
          Also in {name}
          {calendarName && `: ${calendarName}`}
        </p>
      )}
      {isSource && calendarName && <p className="wrap-anywhere text-muted">{calendarName}</p>}
      {problem && <p className="text-muted">Not kept in step for now: {problem}</p>}
      {webLink && (
        <a
          href={webLink}
          target="_blank"
          rel="noreferrer"
          className="inline-flex min-h-6 items-center gap-1 text-primary underline-offset-2 hover:underline"
        >
          Open in {name}
          <ExternalLink aria-hidden className="size-3.5" />
        </a>
      )}
    </div>
  )
}
