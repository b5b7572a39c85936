import type { SuggestInput } from '@astralis/core/slots/suggest-input'
import { type Person, planPeople } from '@astralis/core/slots/person'
import { horizonOf } from '@astralis/core/series/horizon'
import { Temporal } from '@astralis/core/temporal'
import type { Span } from '@astralis/core/time/span'
import type { Transaction } from '@astralis/db/client'
import { listBusyTimes } from '@astralis/db/queries/list-busy-times'
import { listHours } from '@astralis/db/queries/list-hours'
import type { Entry } from '@astralis/db/tenancy'
import { sentTogether } from '../transaction.ts'

type Asked = Pick<SuggestInput, 'participants' | 'timeZone' | 'range' | 'recurrence'>

/**
 * Whose time it is about, with hours and busy time in the range (of a meeting that repeats up to the horizon) and a day around it: what is next to a meeting counts for
 * its score. One round trip, whatever the number of people.
 */
export async function gatherPeople(tx: Transaction, orgId: string, asked: Asked): Promise<Person[]> {
  const participants = withoutRepeats(asked.participants)
  const emails = participants.map(({ email }) => email)
  const { from, to } = asked.range
  const last = asked.recurrence === undefined ? to : Temporal.Instant.fromEpochMilliseconds(horizonOf(to))
  const around: Span = { startsAt: from.subtract({ hours: 24 }), endsAt: last.add({ hours: 24 }) }
  const [hours, busy] = await sentTogether([
    listHours(tx, orgId, emails, around),
    listBusyTimes(tx, { orgId, emails, span: around }),
  ])
  return planPeople(
    participants,
    { hours, busy },
    {
      from: around.startsAt.epochMilliseconds,
      to: around.endsAt.epochMilliseconds,
      timeZone: asked.timeZone,
    },
  )
}

/** A few people are looked up one by one, whatever the tables hold; for more, PostgreSQL has to weigh that against reading all. */
const FEW_PEOPLE = 100

/** How to enter the transaction in which these people are gathered. */
export function entryFor({ participants }: Pick<Asked, 'participants'>): Entry {
  return { keepsPlans: participants.length <= FEW_PEOPLE }
}

/** Somebody who is named twice is one person, and required when one of the two says so. */
function withoutRepeats(participants: SuggestInput['participants']): SuggestInput['participants'] {
  const people = new Map<string, boolean>()
  for (const { email, isOptional } of participants) people.set(email, isOptional && (people.get(email) ?? true))
  return [...people].map(([email, isOptional]) => ({ email, isOptional }))
}
