import type { Mail } from './mail.ts'

/** Under which a mail service knows a mail, and takes it once however often it is handed over. */
export function mailKey({
  id,
  kind,
  eventVersion,
  round,
}: Pick<Mail, 'id' | 'kind' | 'eventVersion'> & { round: number }): string {
  const area = kind === 'reminder' || kind === 'notice' || kind === 'membership' ? kind : 'invitation'
  const key = `${area}/${id}/${eventVersion}`
  return round === 0 ? key : `${key}/${round}`
}
