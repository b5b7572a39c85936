import { CloudAlert, ListOrdered, Sparkles } from 'lucide-react'
import { WORDS_LOCALE } from '../../lib/locale.ts'
import { describeProblem } from '../../lib/problem.ts'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { NoSuggestion } from './no-suggestion.tsx'
import { SearchNotes } from './search-notes.tsx'
import { strangersIn } from './strangers.ts'
import { SuggestionCard } from './suggestion-card.tsx'
import type { SuggestValues } from './suggest-values.ts'
import type { Relaxation, SuggestedTime, Suggestions } from './suggestions.ts'
import { TIME_GRID_ID } from './time-grid.tsx'
import type { useSuggestions } from './use-suggestions.ts'

/** To be led to. */
export const RESULTS_ID = 'suggestions'

interface SuggestResultsProps {
  search: ReturnType<typeof useSuggestions>
  /** False while the form has something to correct. */
  isSound: boolean
  values: SuggestValues
  nameOf: (email: string) => string
  /** The start that is being booked. */
  bookingAt: string | null
  onBook: (time: SuggestedTime) => void
  onApply: (patch: Partial<SuggestValues>, relaxation: Relaxation) => void
}

/** What a search found, or why there is nothing: still searching, refused, failed, or nobody has time. */
export function SuggestResults({ search, isSound, ...rest }: SuggestResultsProps) {
  const { data, error, isFetching } = search
  return (
    <section
      id={RESULTS_ID}
      aria-label="Suggestions"
      aria-busy={isFetching}
      className="relative flex min-w-0 flex-col gap-3"
    >
      {error && (
        <Banner
          tone="error"
          icon={CloudAlert}
          title="The search failed"
          actions={
            <Button size="small" isBusy={isFetching} onClick={() => void search.refetch()}>
              Try again
            </Button>
          }
        >
          <p>{failureText(error)}</p>
        </Banner>
      )}
      {!isSound && <p className="text-muted">Correct what is marked, and the search goes on by itself.</p>}
      {isSound && !data && isFetching && <Searching />}
      {isSound && data && !error && <Answer answer={data} isFetching={isFetching} {...rest} />}
    </section>
  )
}

/** What was refused is shown at its field; the rest is said here. */
function failureText(error: unknown): string {
  const { message, fields } = describeProblem(error)
  return Object.keys(fields).length > 0 ? 'It was refused for the reason shown in the form.' : message
}

const CARDS_TO_COME = 3

function Searching() {
  return (
    <div role="status" aria-label="Searching" className="flex flex-col gap-3">
      <Skeleton className="h-6 w-2/3" />
      {Array.from({ length: CARDS_TO_COME }, (_, card) => (
        <div key={card} className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4">
          <Skeleton className="h-5 w-1/2" />
          <Skeleton className="h-3.5 w-5/6" />
          <Skeleton className="h-16" />
          <Skeleton className="h-8 w-20 self-end" />
        </div>
      ))}
    </div>
  )
}

type AnswerProps = Omit<SuggestResultsProps, 'search' | 'isSound'> & { answer: Suggestions; isFetching: boolean }

function Answer({ answer, isFetching, values, nameOf, bookingAt, onBook, onApply }: AnswerProps) {
  const { suggestions, summary, rankedBy, metadata, warnings, empty } = answer
  const strangers = strangersIn(warnings)
  const isStranger = (email: string) =>
    strangers.emails.includes(email) || (strangers.isMore && nameOf(email) === email)
  return (
    <>
      <div role="status" className="absolute inset-x-0 -top-2 h-0.5 overflow-hidden rounded-full">
        {isFetching && (
          <div className="h-full bg-primary-soft">
            <span className="sr-only">Searching</span>
            <div className="h-full w-1/3 animate-progress bg-primary" />
          </div>
        )}
      </div>
      <SearchNotes warnings={warnings} />
      {empty ? (
        <NoSuggestion summary={summary} empty={empty} values={values} nameOf={nameOf} onApply={onApply} />
      ) : (
        <>
          <header className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <h2 className="min-w-0 flex-1 basis-60 text-[0.9375rem] font-semibold text-heading">{summary}</h2>
            <RankedBy rankedBy={rankedBy} />
            <button
              type="button"
              onClick={() => document.getElementById(TIME_GRID_ID)?.scrollIntoView()}
              className="h-6 rounded-md text-[0.8125rem] font-medium text-primary underline-offset-2 hover:underline"
            >
              Why not another time?
            </button>
          </header>
          <ol aria-label="Suggested times" className="flex flex-col gap-3">
            {suggestions.map((time) => (
              <SuggestionCard
                key={time.startsAt}
                time={time}
                timeZone={values.timeZone}
                nameOf={nameOf}
                isStranger={isStranger}
                isBooking={bookingAt === time.startsAt}
                onBook={() => onBook(time)}
              />
            ))}
          </ol>
        </>
      )}
      <p className="text-xs text-muted">{effortText(metadata)}</p>
    </>
  )
}

/** Who put the times in this order. What is free, and the score, is always computed. */
function RankedBy({ rankedBy }: Pick<Suggestions, 'rankedBy'>) {
  return rankedBy === 'model' ? (
    <Badge tone="info" icon={Sparkles}>
      Ranked by a model
    </Badge>
  ) : (
    <Badge tone="neutral" icon={ListOrdered}>
      Ranked by score
    </Badge>
  )
}

function effortText({ slotsAnalyzed, participantsAnalyzed, conflictsFound }: Suggestions['metadata']): string {
  const looked = `${count(slotsAnalyzed, 'start')} examined for ${count(participantsAnalyzed, 'participant')}`
  return `${looked}, with ${count(conflictsFound, 'busy time')} in the range.`
}

function count(number: number, what: string): string {
  return `${number.toLocaleString(WORDS_LOCALE)} ${what}${number === 1 ? '' : 's'}`
}
