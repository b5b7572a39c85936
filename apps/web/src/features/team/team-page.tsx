import { mergeIntervals } from '@astralis/core/time/intervals'
import { Suspense, useMemo, useState } from 'react'
import { Opening } from '../../app/opening.tsx'
import { Shell } from '../../app/shell.tsx'
import { clockChangeOn, clockChangeText } from '../../lib/clock-change.ts'
import { deferred } from '../../lib/deferred.tsx'
import { FIRST_DAY_OF_WEEK } from '../../lib/locale.ts'
import { usePrepared } from '../../lib/use-prepared.ts'
import { useMediaQuery } from '../../lib/use-media-query.ts'
import { useUser } from '../auth/use-user.ts'
import { EVERYONE } from '../calendar/calendar-search.ts'
import { MiniMonth } from '../calendar/mini-month.tsx'
import { PeopleFilter } from '../calendar/people-filter.tsx'
import { useShortcuts } from '../../lib/use-shortcuts.ts'
import { titleOf } from '../calendar/visible-range.ts'
import type { EventFormValues } from '../events/event-form-values.ts'
import { findUnsaved, keepUnsaved } from '../events/unsaved-event.ts'
import { useActiveMembers } from '../events/use-active-members.ts'
import { valuesOfRange } from './book-range.ts'
import { shownDays } from './shown-days.ts'
import { axisOf } from './team-axis.ts'
import { TeamBoard } from './team-board.tsx'
import { TeamContent } from './team-content.tsx'
import { TeamToolbar } from './team-toolbar.tsx'
import { useTeam } from './use-team.ts'
import { useTeamAddress } from './use-team-address.ts'

/** The form is as large as the page: it comes once the page shows something. */
const TeamEditor = deferred(() => import('./team-editor.tsx'))

const DAY_STEP_MINUTES = 15
const WEEK_STEP_MINUTES = 30
/** Below this, people are columns and time runs down. */
const PHONE = '(width < 40rem)'

/** People side by side: when they work, when they are busy, and when all could meet. */
export function TeamPage() {
  const user = useUser()
  const { timeZone } = user
  const address = useTeamAddress(timeZone)
  const { view, date, people } = address
  const members = useActiveMembers()
  const { list, days, colleagues } = useTeam({ view, date, timeZone, userIds: people, ownId: user.id })
  const isVertical = useMediaQuery(PHONE)
  const isCoarse = view === 'week'
  const axis = useMemo(() => {
    const used = mergeIntervals(colleagues.flatMap(({ open, busy }) => [...open, ...busy]))
    return axisOf(
      isCoarse ? shownDays(days, used, timeZone) : days,
      timeZone,
      isCoarse ? WEEK_STEP_MINUTES : DAY_STEP_MINUTES,
    )
  }, [colleagues, days, isCoarse, timeZone])
  const [editing, setEditing] = useState<EventFormValues | null>(() => restoreNew(user.id))
  usePrepared(TeamEditor.prepare)
  useShortcuts({
    t: address.goToday,
    j: () => address.step(1),
    k: () => address.step(-1),
    d: () => address.setView('day'),
    w: () => address.setView('week'),
  })
  const closeEditor = () => {
    setEditing(null)
    keepUnsaved(null)
  }
  const change = view === 'day' ? clockChangeOn(date, timeZone) : null
  const peopleFilter = (
    <PeopleFilter
      members={members}
      ownId={user.id}
      choice={people ?? EVERYONE}
      onChange={(choice) => address.setPeople(choice === EVERYONE ? undefined : (choice ?? [user.id]))}
    />
  )
  return (
    <Shell
      aside={
        <>
          <MiniMonth date={date} timeZone={timeZone} onSelect={address.setDate} />
          {peopleFilter}
        </>
      }
    >
      <TeamToolbar
        address={address}
        timeZone={timeZone}
        note={change && clockChangeText(change)}
        peopleFilter={peopleFilter}
      />
      <TeamContent list={list} isAlone={members.length === 1} mayInvite={user.role === 'ADMIN'}>
        <TeamBoard
          key={`${axis.from} ${axis.to} ${axis.step} ${isVertical}`}
          label={`Team, ${titleOf(view, date, FIRST_DAY_OF_WEEK)}`}
          colleagues={colleagues}
          ownId={user.id}
          axis={axis}
          timeZone={timeZone}
          isVertical={isVertical}
          isCoarse={isCoarse}
          onBook={(range) => setEditing(valuesOfRange(range, colleagues, user))}
        />
      </TeamContent>
      <Suspense fallback={<Opening onClose={closeEditor} />}>
        {editing && (
          <TeamEditor
            initialValues={editing}
            onClose={closeEditor}
            onValuesChange={(values) => keepUnsaved({ ownerId: user.id, eventId: null, values })}
          />
        )}
      </Suspense>
    </Shell>
  )
}

function restoreNew(userId: string): EventFormValues | null {
  const unsaved = findUnsaved(userId)
  return unsaved && unsaved.eventId === null ? unsaved.values : null
}
