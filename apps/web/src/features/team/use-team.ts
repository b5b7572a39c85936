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
}

const NOBODY: Colleague[] = []

/** When the chosen people work and are busy; while other days are on their way, the people of the last. */
export function useTeam({ view, date, timeZone, userIds }: Asked) {
  const days = useMemo(() => visibleDates(view, date, FIRST_DAY_OF_WEEK), [view, date])
  const list = useQuery(
    trpc.scheduling.team.queryOptions(
      { ...spanOfDates(days, timeZone), userIds },
      { placeholderData: keepPreviousData },
    ),
  )
  const colleagues = useMemo(() => list.data?.people.map(toColleague) ?? NOBODY, [list.data])
  return { list, days, colleagues }
}
