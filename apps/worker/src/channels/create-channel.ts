import type { Channel } from '@astralis/services/ports'
import { createOutboxChannel, type OutboxSettings } from './outbox-channel.ts'
import { createResendChannel, type ResendSettings } from './resend-channel.ts'
import { createSmtpChannel, type SmtpSettings } from './smtp-channel.ts'

export type MailSettings =
  | ({ kind: 'resend' } & ResendSettings)
  | ({ kind: 'smtp' } & SmtpSettings)
  | ({ kind: 'outbox' } & OutboxSettings)

/** The one way by which all mail of this worker leaves. */
export function createChannel(settings: MailSettings): Channel {
  if (settings.kind === 'resend') return createResendChannel(settings)
  if (settings.kind === 'smtp') return createSmtpChannel(settings)
  return createOutboxChannel(settings)
}
