import { changedFacts } from './changed-facts.ts'
import { FACT_NAMES, type FactName, factsOf } from './event-facts.ts'
import type { Fact } from './mail-body.ts'
import type { MailContent, EventMailKind } from './mail-content.ts'

/** What is off needs no link to join it, and nothing to prepare. */
const OF_WHAT_IS_OFF: readonly FactName[] = ['when', 'repeats', 'where', 'organizer']

const TOLD: Record<EventMailKind, readonly FactName[]> = {
  invitation: FACT_NAMES,
  update: FACT_NAMES,
  cancellation: OF_WHAT_IS_OFF,
  removal: OF_WHAT_IS_OFF,
  reminder: FACT_NAMES,
}

/** What a mail of this kind tells of its event, by what each fact is. Throws as `renderMail` does. */
export function mailFacts(content: MailContent): [FactName, Fact][] {
  const { kind, event, exceptions, previous, recipient } = content
  const now = factsOf(event, exceptions, recipient.timeZone)
  const isCompared = kind === 'update' && previous !== null
  const facts = isCompared ? changedFacts(event, now, previous, factsOf(previous, [], recipient.timeZone)) : now
  // The title stands above them already, and is news only if it has changed.
  return [...facts].filter(([name, { change }]) => TOLD[kind].includes(name) && (name !== 'title' || change !== null))
}
