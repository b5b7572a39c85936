import type { Outputs } from '../../lib/trpc.ts'
import type { Tone } from '../../ui/badge.tsx'

export type OutboxEntry = Outputs['mails']['outbox']['messages'][number]
export type OutboxMessage = Outputs['mails']['outboxMessage']['message']

/** How each kind of mail is named and coloured. */
export const MAIL_KIND_LOOKS: Record<OutboxEntry['kind'], { label: string; tone: Tone }> = {
  invitation: { label: 'Invitation', tone: 'info' },
  update: { label: 'Update', tone: 'warning' },
  cancellation: { label: 'Cancellation', tone: 'error' },
  removal: { label: 'Removal', tone: 'neutral' },
  reminder: { label: 'Reminder', tone: 'success' },
  notice: { label: 'Notice', tone: 'warning' },
  membership: { label: 'Join', tone: 'info' },
}
