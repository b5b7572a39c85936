import { Plus } from 'lucide-react'
import { Suspense, useEffect, useEffectEvent, useMemo } from 'react'
import { Opening } from '../../app/opening.tsx'
import { Shell } from '../../app/shell.tsx'
import { now } from '../../lib/clock.ts'
import { deferred } from '../../lib/deferred.tsx'
import { FIRST_DAY_OF_WEEK } from '../../lib/locale.ts'
import { usePrepared } from '../../lib/use-prepared.ts'
import { useShortcuts } from '../../lib/use-shortcuts.ts'
import { NARROW, TOUCH, useMediaQuery } from '../../lib/use-media-query.ts'
import { usePageTitle } from '../../lib/use-page-title.ts'
import { useUser } from '../auth/use-user.ts'
import type { CalendarEvent } from '../events/calendar-event.ts'
import type { EventFormValues } from '../events/event-form-values.ts'
import { onFormRequest } from '../events/form-request.ts'
import { useActiveMembers } from '../events/use-active-members.ts'
import { useMoveEvent } from '../events/use-move-event.ts'
import { ScopeDialog, useScopeQuestion } from '../events/use-scope-question.tsx'
import type { CalendarKey } from '../keyboard/shortcut-list.ts'
import { FirstSteps } from '../first-steps/first-steps.tsx'
import { useFirstSteps } from '../first-steps/use-first-steps.ts'
import { CalendarContent } from './calendar-content.tsx'
import { CalendarGrid } from './calendar-grid.tsx'
import { CalendarToolbar } from './calendar-toolbar.tsx'
import { MiniMonth } from './mini-month.tsx'
import { newEventSpan } from './new-event-span.ts'
import { chosenIds } from './people-choice.ts'
import { PeopleFilter } from './people-filter.tsx'
import { useCalendarAddress } from './use-calendar-address.ts'
import { useCalendarPanel, withDraft } from './use-calendar-panel.ts'
import { shownEvents } from './shown-events.ts'
import { useVisibleEvents } from './use-visible-events.ts'
import { visibleDates } from './visible-range.ts'
import { useZoneChoice } from './zone-choice.ts'

/** The forms are as large as the page: they come once it shows something, so that the first click need not wait. */
const CalendarPanels = deferred(() => import('./calendar-panels.tsx'))
const OpenEvent = deferred(() => import('./open-event.tsx'))
const prepareForms = () => {
  CalendarPanels.prepare()
  ScopeDialog.prepare()
}

/** Where the day begins to be interesting. */
const FIRST_HOUR = 7.25
const NO_EVENTS: never[] = []

export function CalendarPage() {
  usePageTitle('Calendar')
  const user = useUser()
  const zones = useZoneChoice()
  const timeZone = zones.shown ?? user.timeZone
  const isNarrow = useMediaQuery(NARROW)
  const isTouch = useMediaQuery(TOUCH)
  const address = useCalendarAddress(timeZone, isNarrow)
  const { view, date, people } = address
  const members = useActiveMembers()
  const userIds = useMemo(() => chosenIds(people, members, user.id), [people, members, user.id])
  const list = useVisibleEvents({ view, date, timeZone, userIds })
  const events = useMemo(() => shownEvents(list.data?.events ?? NO_EVENTS, userIds), [list.data, userIds])
  const firstSteps = useFirstSteps()
  usePrepared(prepareForms)
  const panel = useCalendarPanel(user)
  const { ask, dialog } = useScopeQuestion()
  const move = useMoveEvent(timeZone, ask)
  // The same for as long as nothing changes, because the grid lays everything out anew when they do.
  const shown = useMemo(() => withDraft(events, panel.draft), [events, panel.draft])

  const create = () => {
    const visible = visibleDates(view, date, FIRST_DAY_OF_WEEK)
    panel.openNew({ ...newEventSpan(now().toZonedDateTimeISO(timeZone), visible, date), allDay: false })
  }
  useShortcuts<CalendarKey>({
    t: address.goToday,
    j: () => address.step(1),
    k: () => address.step(-1),
    d: () => address.setView('day'),
    w: () => address.setView('week'),
    m: () => address.setView('month'),
    e: () => {
      const event = focusedEvent(events)
      if (!event) return
      if (event.mayChange) panel.openEdit(event)
      else panel.openDetails(event.id)
    },
  })
  const answerRequest = useEffectEvent((values: EventFormValues | null) => (values ? panel.openForm(values) : create()))
  useEffect(() => onFormRequest(answerRequest), [])

  const peopleFilter = <PeopleFilter members={members} ownId={user.id} choice={people} onChange={address.setPeople} />
  return (
    <Shell
      aside={
        <>
          <MiniMonth date={date} timeZone={timeZone} onSelect={address.setDate} />
          {peopleFilter}
        </>
      }
    >
      <CalendarToolbar
        view={view}
        date={date}
        timeZone={timeZone}
        ownZone={user.timeZone}
        peopleFilter={peopleFilter}
        onViewChange={address.setView}
        onDateChange={address.setDate}
        onToday={address.goToday}
        onStep={address.step}
        onCreate={create}
      />
      <FirstSteps steps={firstSteps} />
      <CalendarContent
        isTouch={isTouch}
        list={list}
        view={view}
        // Who is led through the first steps has been told already what to do.
        isEmpty={events.length === 0 && panel.draft === null && firstSteps?.length === 0}
        onCreate={create}
      >
        <CalendarGrid
          key={timeZone}
          events={shown}
          view={view}
          date={date}
          timeZone={timeZone}
          secondZone={zones.second}
          isNarrow={isNarrow}
          canPull={!isTouch}
          firstHour={FIRST_HOUR}
          onOpen={panel.openDetails}
          onChange={(id, span) => void move({ id, ...span })}
          onDraw={panel.draw}
          onCreate={panel.openNew}
          onStep={address.step}
          onDateChange={address.setDate}
          onOpenDay={address.openDay}
        />
      </CalendarContent>
      <button
        type="button"
        onClick={create}
        aria-label="New event"
        className="fixed end-4 bottom-4 z-30 flex size-14 items-center justify-center rounded-full bg-primary text-on-primary shadow-raised sm:hidden"
      >
        <Plus aria-hidden className="size-6" />
      </button>
      <Suspense fallback={<Opening onClose={panel.close} />}>
        {address.event && (
          <OpenEvent
            id={address.event}
            timeZone={timeZone}
            onFound={(day) => {
              if (day && address.event) panel.openDetails(address.event)
              address.leaveEvent(day)
            }}
          />
        )}
        {panel.panel && <CalendarPanels panel={panel} events={events} />}
      </Suspense>
      {dialog}
    </Shell>
  )
}

/** The event of the grid that has the focus. */
function focusedEvent(events: readonly CalendarEvent[]): CalendarEvent | undefined {
  const box = document.activeElement?.closest<HTMLElement>('[data-event-id]')
  return events.find(({ id }) => id === box?.dataset['eventId'])
}
