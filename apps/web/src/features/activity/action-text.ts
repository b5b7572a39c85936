import { describeAnswer, describeUpdate } from './event-action.ts'
import type { LogEntry } from './log-entry.ts'

/** The pieces of a sentence that begins with whoever acted; the thing's name stands between two of them. */
export interface ActionText {
  lead: string
  /** Null where it has none, or it is not the reader's to see. */
  subject: string | null
  tail: string
}

type Sentence = string | ((entry: LogEntry) => string)

/** `*` is the thing, `~` whose it is. */
const SENTENCES: Record<string, Sentence> = {
  'event.created': 'booked *',
  'event.updated': describeUpdate,
  'event.cancelled': 'cancelled *',
  'event.deleted': 'deleted *',
  'event.answered': describeAnswer,
  'event.completed': 'marked * as completed',
  'event.resolved': 'gave * the time it had waited for',
  'event.imported': 'took over * from a linked calendar',
  'event.synchronized': 'changed * in a linked calendar',
  'event.mailed-again': 'sent a mail about * again',
  'event.transferred': 'handed * to somebody else',
  'series.created': 'booked *',
  'availability.changed': 'changed ~ availability',
  'reminders.set': 'changed ~ reminders',
  'connection.connected': 'linked *',
  'connection.reconnected': 'linked * again',
  'connection.calendars-chosen': 'chose which calendars of * are kept in step',
  'connection.paused': 'paused *',
  'connection.resumed': 'resumed *',
  'connection.disconnected': 'unlinked *',
  'organization.created': 'founded *',
  'member.joined': 'joined as a new member',
  'member.updated': 'changed the role of *',
  'member.deactivated': 'deactivated *',
  'member.reactivated': 'reactivated *',
  'member.transferred': 'handed over the meetings of *',
  'invitation.created': 'invited * to join',
  'invitation.withdrawn': 'withdrew the invitation of *',
  'account.updated': 'changed ~ profile',
  'account.first-steps-ended': 'put the first steps away',
  'account.password-changed': 'changed ~ password',
  'account.google-linked': 'linked a Google account to sign in with',
  'account.google-unlinked': 'unlinked the Google account they signed in with',
  'session.started': 'signed in',
  'session.ended': ({ after }) => (after?.['sessions'] === undefined ? 'signed out' : 'signed out everywhere else'),
  'session.revoked': 'ended one of ~ sessions',
  'token.created': 'made *',
  'token.revoked': 'revoked *',
}

/** What a thing without a name is called, and what stands before a name that would not say what it is. */
const NOUNS: Record<string, { nameless: string; before?: string }> = {
  event: { nameless: 'an event' },
  series: { nameless: 'a repeating event' },
  connection: { nameless: 'a calendar account', before: 'the calendar account ' },
  organization: { nameless: 'the organization' },
  member: { nameless: 'a member' },
  invitation: { nameless: 'somebody' },
  token: { nameless: 'an API token', before: 'the API token ' },
}

/** What was done, in words: `cancelled “Planning”`. An action that nobody has put into words reads as it is called. */
export function actionText(entry: LogEntry): ActionText {
  const sentence = SENTENCES[entry.action] ?? fallback(entry)
  const words = (typeof sentence === 'string' ? sentence : sentence(entry)).replace('~', whose(entry))
  const [lead = '', tail] = words.split('*')
  if (tail === undefined) return { lead, subject: null, tail: '' }
  const noun = NOUNS[entry.entity]
  if (entry.subject !== null) return { lead: lead + (noun?.before ?? ''), subject: entry.subject, tail }
  return { lead: lead + (noun?.nameless ?? entry.entity), subject: null, tail }
}

/** `token.handed-on` → `handed on the API token …` */
function fallback({ action }: LogEntry): string {
  const words = action.split('.').slice(1).join(' ') || action
  return `${words.replaceAll(/[-_*~]/g, ' ')} *`
}

function whose({ actor, entityId, subject }: LogEntry): string {
  if (actor?.id === entityId) return 'their own'
  return subject === null ? 'somebody’s' : `${subject}’s`
}
