import { termsIn } from '@astralis/core/search/mark-terms'
import { Link } from '@tanstack/react-router'
import { CalendarDays } from 'lucide-react'
import { Avatar } from '../../ui/avatar.tsx'
import type { Member } from '../events/calendar-event.ts'
import { Marked } from './marked.tsx'

const MAX_PEOPLE = 5

/** The members in whose names or addresses all the terms are. */
export function findPeople(members: readonly Member[], terms: readonly string[]): Member[] {
  const isMeant = ({ name, email }: Member) => termsIn(`${name}\n${email}`, terms).length === terms.length
  return terms.length === 0 ? [] : members.filter((member) => isMeant(member)).slice(0, MAX_PEOPLE)
}

/** Members, each of whom leads to their calendar. */
export function FoundPeople({ people, terms }: { people: readonly Member[]; terms: readonly string[] }) {
  return (
    <section aria-labelledby="found-people" className="flex flex-col gap-2">
      <h2 id="found-people" className="px-1 text-[0.8125rem] font-semibold text-heading">
        People
      </h2>
      <ul className="overflow-hidden rounded-lg border border-line bg-surface">
        {people.map(({ id, name, email }) => (
          <li key={id} className="border-t border-line first:border-t-0">
            <Link
              to="/calendar"
              search={{ people: [id] }}
              preload={false}
              data-result
              className="flex min-h-12 items-center gap-3 px-3 py-2 transition-colors hover:bg-hover focus-visible:bg-hover focus-visible:-outline-offset-2 sm:px-4"
            >
              <Avatar name={name} email={email} />
              <span className="flex min-w-0 flex-1 flex-col">
                <span className="truncate font-medium text-heading">
                  <Marked text={name} terms={terms} />
                </span>
                <span className="truncate text-[0.8125rem] text-muted">
                  <Marked text={email} terms={terms} />
                </span>
              </span>
              <CalendarDays aria-hidden className="size-4 shrink-0 text-muted" />
              <span className="sr-only">Open their calendar</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
