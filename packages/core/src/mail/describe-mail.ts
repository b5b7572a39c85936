import { bodyLine } from './clean-words.ts'
import { nameOf, titleOf } from './event-facts.ts'
import { answersOf, warningOf } from './mail-answers.ts'
import type { Block, Line, MailBody } from './mail-body.ts'
import type { MailContent, EventMailKind } from './mail-content.ts'
import { mailFacts } from './mail-facts.ts'
import { introOf } from './mail-intro.ts'
import { subjectOf } from './mail-subject.ts'
import { firstTimes } from './tell-series.ts'
import { tellTimes } from './tell-time.ts'

const LABELS = {
  invitation: 'Invitation',
  update: 'Updated',
  cancellation: 'Cancelled',
  removal: 'No longer taking part',
  reminder: 'Reminder',
} as const satisfies Record<EventMailKind, string>

/** What a mail says, as blocks. Throws as `renderMail` does. */
export function describeMail(content: MailContent): MailBody {
  const { kind, event, sender, recipient } = content
  const facts = mailFacts(content)
  const intro = introOf(content, facts)
  return {
    kind,
    sender: bodyLine(sender.name),
    subject: subjectOf(content),
    preview: [...intro, ' ', tellTimes(firstTimes(event), recipient.timeZone).told],
    blocks: [
      { type: 'heading', label: LABELS[kind], title: [titleOf(event)], intro },
      { type: 'facts', facts: facts.map(([, fact]) => fact) },
      ...partOfSeries(content),
      ...answersOf(content),
    ],
    footer: [signatureOf(content), ...warningOf(content)],
  }
}

function partOfSeries({ kind, event }: MailContent): Block[] {
  if (event.originalStartsAt === null) return []
  const rest = kind === 'reminder' ? '' : ' This mail is about this one only.'
  return [{ type: 'note', line: [`It is one of a series.${rest}`] }]
}

function signatureOf({ event: { organizer }, sender }: MailContent): Line {
  const behalf: Line = organizer === null ? [] : [' on behalf of ', nameOf(organizer)]
  return ['Sent by ', { user: bodyLine(sender.name) }, ...behalf, '.']
}
