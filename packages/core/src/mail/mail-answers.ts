import { type Answer, ANSWERS } from '../events/event.ts'
import type { Block, Line } from './mail-body.ts'
import type { MailContent } from './mail-content.ts'
import { safeLink } from './safe-link.ts'

const WORDS = { accepted: 'Yes', declined: 'No', tentative: 'Maybe' } as const satisfies Record<Answer, string>
const NOTE = 'The page that opens asks you once more before your answer counts.'

/** Where the recipient can answer, if they can: three buttons, in a reminder one small link. */
export function answersOf({ kind, answerUrl }: MailContent): Block[] {
  const url = safeLink(answerUrl)
  if (url === null) return []
  if (kind === 'reminder') return [{ type: 'note', line: [{ href: url, label: 'Change your answer' }] }]
  if (!isQuestion(kind)) return []
  const buttons = ANSWERS.map((answer) => ({
    label: WORDS[answer],
    href: `${url}?answer=${answer}`,
    isMain: answer === 'accepted',
  }))
  return [{ type: 'buttons', question: 'Will you take part?', buttons, note: NOTE }]
}

/** Whoever has the mail can answer by its buttons. */
export function warningOf({ kind, answerUrl, recipient }: MailContent): Line[] {
  if (!isQuestion(kind) || safeLink(answerUrl) === null) return []
  return [['This invitation is for ', { user: recipient.email }, '; forwarding it lets others answer for you.']]
}

function isQuestion(kind: MailContent['kind']): boolean {
  return kind === 'invitation' || kind === 'update'
}
