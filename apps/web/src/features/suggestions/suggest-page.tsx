import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { PageFrame } from '../../app/page-frame.tsx'
import { describeProblem } from '../../lib/problem.ts'
import { trpc } from '../../lib/trpc.ts'
import { NARROW, useMediaQuery } from '../../lib/use-media-query.ts'
import { useUser } from '../auth/use-user.ts'
import type { CalendarEvent } from '../events/calendar-event.ts'
import { useInvitedPeople } from '../members/use-invited-people.ts'
import { BookedTime } from './booked-time.tsx'
import { ExplanationSheet } from './explanation-sheet.tsx'
import { ResultBar } from './result-bar.tsx'
import { SuggestForm } from './suggest-form.tsx'
import { SuggestResults } from './suggest-results.tsx'
import { REPEATS } from './suggest-repeats.ts'
import { defaultTitle, problemsOf, toQuestion } from './suggest-values.ts'
import type { SuggestedTime } from './suggestions.ts'
import { TimeGrid } from './time-grid.tsx'
import { useBook } from './use-book.ts'
import { useSuggestValues } from './use-suggest-values.ts'
import { useSuggestions } from './use-suggestions.ts'

/** Finds times that suit everybody, says why, and books one. */
export function SuggestPage() {
  const user = useUser()
  const isNarrow = useMediaQuery(NARROW)
  const members = useQuery(trpc.members.list.queryOptions()).data?.members ?? []
  const invited = useInvitedPeople()
  const { values, settled, change } = useSuggestValues()
  const isSound = Object.keys(problemsOf(settled)).length === 0
  const search = useSuggestions(isSound ? toQuestion(settled) : null)
  const refusals = describeProblem(search.error).fields
  const [askedAt, setAskedAt] = useState<string | null>(null)
  const [booked, setBooked] = useState<CalendarEvent | null>(null)
  const book = useBook((event) => {
    setAskedAt(null)
    setBooked(event)
  })

  const findName = (email: string) => members.find((member) => member.email === email)?.name ?? null
  const nameOf = (email: string) => findName(email) ?? email
  const title = defaultTitle(values.people, findName)
  const suggestions = search.data?.suggestions ?? []
  const bookTime = ({ startsAt, endsAt }: Pick<SuggestedTime, 'startsAt' | 'endsAt'>) => {
    const suggested = suggestions.find((time) => time.startsAt === startsAt && time.endsAt === endsAt)
    book.mutate({
      title: values.title ?? title,
      startsAt,
      endsAt,
      people: settled.people,
      timeZone: settled.timeZone,
      recurrence: settled.repeat ? REPEATS[settled.repeat].rule : undefined,
      suggestion: suggested ? { score: suggested.score, reasons: suggested.reasons } : null,
    })
  }
  return (
    <PageFrame
      title="Find a time"
      lead="Times that suit everybody, best first, and why the others do not."
      footer={isNarrow && isSound && <ResultBar summary={search.data?.summary} isSearching={search.isFetching} />}
    >
      <div className="grid max-w-7xl grid-cols-1 items-start gap-4 p-3 lg:grid-cols-[22rem_minmax(0,1fr)] lg:p-6">
        <SuggestForm
          values={values}
          problems={{ ...refusals, ...problemsOf(values) }}
          members={members}
          ownEmail={user.email}
          invited={invited}
          defaultTitle={title}
          onChange={change}
        />
        <div className="flex min-w-0 flex-col gap-6">
          {booked && <BookedTime event={booked} />}
          <SuggestResults
            search={search}
            isSound={isSound}
            values={settled}
            nameOf={nameOf}
            bookingAt={book.isPending ? book.variables.startsAt : null}
            onBook={bookTime}
            onApply={change}
          />
          {isSound && (
            <TimeGrid
              key={`${settled.from} ${settled.to} ${settled.timeZone}`}
              from={settled.from}
              to={settled.to}
              timeZone={settled.timeZone}
              suggestions={suggestions}
              onAsk={setAskedAt}
            />
          )}
        </div>
      </div>
      {askedAt !== null && isSound && (
        <ExplanationSheet
          startsAt={askedAt}
          values={settled}
          nameOf={nameOf}
          isBooking={book.isPending}
          onBook={bookTime}
          onApply={(patch, relaxation) => {
            change(patch)
            setAskedAt(relaxation.startsAt)
          }}
          onClose={() => setAskedAt(null)}
        />
      )}
    </PageFrame>
  )
}
