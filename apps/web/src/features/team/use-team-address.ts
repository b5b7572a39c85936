import { Temporal } from '@astralis/core/temporal'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { today } from '../../lib/clock.ts'
import { stepDate } from '../calendar/visible-range.ts'
import type { TeamSearch } from './team-search.ts'

/** What the team page shows, kept in the address: it survives a reload, and can be sent to somebody. */
export function useTeamAddress(timeZone: string) {
  const { view = 'day', date: chosenDate, people } = useSearch({ from: '/signed-in/team' })
  const navigate = useNavigate({ from: '/team' })
  const currentDate = today(timeZone).toString()
  const date = useMemo(() => Temporal.PlainDate.from(chosenDate ?? currentDate), [chosenDate, currentDate])
  const go = (change: TeamSearch) => void navigate({ search: (search) => ({ ...search, ...change }) })
  return {
    view,
    date,
    people,
    setView: (next: 'day' | 'week') => go({ view: next }),
    setDate: (next: Temporal.PlainDate) => go({ date: next.toString() }),
    openDay: (day: Temporal.PlainDate) => go({ view: 'day', date: day.toString() }),
    goToday: () => go({ date: undefined }),
    step: (direction: 1 | -1) => go({ date: stepDate(view, date, direction).toString() }),
    setPeople: (ids: string[] | undefined) => go({ people: ids }),
  }
}
