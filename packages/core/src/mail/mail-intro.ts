import { type FactName, nameOf } from './event-facts.ts'
import type { Fact, Line } from './mail-body.ts'
import type { MailContent, EventMailKind } from './mail-content.ts'
import { tellRemaining } from './tell-remaining.ts'

/** The sentence below the title. `facts` are those that the mail tells. */
export function introOf(content: MailContent, facts: readonly [FactName, Fact][]): Line {
  return INTROS[content.kind](content, facts)
}

const INTROS: Record<EventMailKind, typeof introOf> = {
  invitation: sayWho,
  update: (_content, facts) => [listChanges(facts)],
  // Not by whom: an administrator may have done it for the organizer.
  cancellation: () => ['This has been cancelled and does not take place.'],
  removal: () => ['You do not need to come. It takes place without you.'],
  reminder: ({ event, writtenAt, recipient }) => [tellWhen(tellRemaining(event, writtenAt, recipient.timeZone))],
}

/** What others wrote begins no line: in plain text, a name such as `When: tomorrow` would look like a label. */
function sayWho({ event: { organizer }, recipient }: MailContent): Line {
  const isOwn = organizer === null || organizer.email === recipient.email
  return isOwn ? ['You are invited.'] : ['You are invited by ', nameOf(organizer), '.']
}

function tellWhen(remaining: string | null): string {
  return remaining === null ? 'This has already begun.' : `This begins ${remaining}.`
}

const NOUNS: Record<FactName, string> = {
  title: 'title',
  when: 'time',
  repeats: 'way it repeats',
  except: 'list of exceptions',
  where: 'place',
  link: 'meeting link',
  organizer: 'organizer',
  people: 'list of participants',
  description: 'description',
}

function listChanges(facts: readonly [FactName, Fact][]): string {
  const changed = facts.filter(([, { change }]) => change !== null).map(([name]) => NOUNS[name])
  if (changed.length === 0) return 'This invitation has been updated.'
  const list = new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(changed)
  return `The ${list} ${changed.length === 1 ? 'has' : 'have'} changed.`
}
