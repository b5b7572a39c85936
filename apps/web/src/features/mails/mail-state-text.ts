import type { EventMail } from './event-mails.ts'

type Kind = EventMail['kind']

const NAMES: Record<Kind, string> = {
  invitation: 'invitation',
  update: 'update',
  cancellation: 'cancellation',
  removal: 'notice',
  reminder: 'reminder',
  notice: 'notice',
  membership: 'invitation',
}

const ARRIVED: Record<Kind, string> = {
  invitation: 'Invited by mail',
  update: 'Told of the last change',
  cancellation: 'Told that it is cancelled',
  removal: 'Told that it takes place without them',
  reminder: 'Reminded',
  notice: 'Told that syncing has stopped',
  membership: 'Invited to join',
}

export interface MailStateText {
  text: string
  look: 'arrived' | 'underway' | 'problem'
}

/** How far a mail has come; null where there is nothing to know. */
export function mailStateText({
  kind,
  status,
  skipReason,
}: Pick<EventMail, 'kind' | 'status' | 'skipReason'>): MailStateText | null {
  const name = NAMES[kind]
  if (status === 'SENT') return { text: ARRIVED[kind], look: 'arrived' }
  if (status === 'FAILED') return { text: `The ${name} could not be sent`, look: 'problem' }
  if (status === 'UNKNOWN') return { text: `The ${name} may not have arrived`, look: 'problem' }
  if (status !== 'SKIPPED') return { text: `The ${name} is on its way`, look: 'underway' }
  return skipReason === 'STARTED' ? { text: `No ${name}: it had begun already`, look: 'underway' } : null
}
