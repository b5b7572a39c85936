import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Temporal } from '@astralis/core/temporal'
import { useMemo } from 'react'
import { FIRST_DAY_OF_WEEK } from '../../lib/locale.ts'
import { trpc } from '../../lib/trpc.ts'
import { spanOfDates, visibleDates } from '../calendar/visible-range.ts'
import { toColleague, type Colleague } from './colleague.ts'

interface Asked {
  view: 'day' | 'week'
  date: Temporal.PlainDate
  timeZone: string
  /** Everybody where absent. */
  userIds: string[] | undefined
  /** The viewer, who comes first. */
  ownId: string
}

const NOBODY: Colleague[] = []

/** When the chosen people work and are busy; while other days are on their way, the people of the last. */
export function useTeam({ view, date, timeZone, userIds, ownId }: Asked) {
  const days = useMemo(() => visibleDates(view, date, FIRST_DAY_OF_WEEK), [view, date])
  const list = useQuery(
    trpc.scheduling.team.queryOptions(
      { ...spanOfDates(days, timeZone), userIds },
      { placeholderData: keepPreviousData },
    ),
  )
  const people = list.data?.people
  const colleagues = useMemo(
    () =>
      people?.map(toColleague).toSorted((a, b) => Number(b.userId === ownId) - Number(a.userId === ownId)) ?? NOBODY,
    [people, ownId],
  )
  return { list, days, colleagues }
}
