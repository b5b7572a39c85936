import type { MailStatus } from '@astralis/core/mail/mail'
import type { MailMoment } from './mail-provider.ts'
import { about, any, COMMIT, type Step } from './strike-after.ts'

/** What can be seen of a reminder, and of its job, after a worker was killed over it. */
export interface Trace {
  status: MailStatus
  isAttempted: boolean
  job: 'none' | 'created' | 'active' | 'completed'
  /** How often the mail service has accepted it. */
  accepted: number
}

export interface KillPoint {
  name: string
  /** The worker dies at that moment of the mail, or in place of sending the last of these statements. */
  at: MailMoment | readonly Step[]
  leaves: Trace
}

const QUEUE = about(/INSERT INTO pgboss\.[\s\S]*'scheduling-reminders' as name/)
const FETCH = any(/state = 'active',[\s\S]*WHERE name = 'scheduling-reminders'/)
const CLAIM = about(/^select [\s\S]* from "mails" [\s\S]* for update/)
const STORE = about(/update mails set kind = m\.kind/)
const ATTEMPT = about(/^update "mails" set "attempted_at"/)
const SETTLE = about(/update mails set status = s\.status/)
const COMPLETE = any(/state = 'completed'[\s\S]*scheduling-reminders/)

const WAITING = { status: 'PENDING', isAttempted: false, accepted: 0 } as const
const CLAIMED = { status: 'CLAIMED', isAttempted: true, job: 'active' } as const

/**
 * Where a worker is killed, from the time a reminder is due to the time all is written down. In their order but for the
 * last one, whose jobs the next worker takes at once.
 */
export const KILL_POINTS: readonly KillPoint[] = [
  { name: 'found by the sweep, not queued', at: [QUEUE], leaves: { ...WAITING, job: 'none' } },
  { name: 'queued, not committed', at: [QUEUE, COMMIT], leaves: { ...WAITING, job: 'none' } },
  { name: 'fetched, not claimed', at: [CLAIM], leaves: { ...WAITING, job: 'active' } },
  { name: 'claimed and written, not committed', at: [STORE, COMMIT], leaves: { ...WAITING, job: 'active' } },
  { name: 'claimed, not marked as attempted', at: [ATTEMPT], leaves: { ...CLAIMED, isAttempted: false, accepted: 0 } },
  { name: 'at the mail service, not accepted', at: 'arrived', leaves: { ...CLAIMED, accepted: 0 } },
  { name: 'accepted, not answered', at: 'accepted', leaves: { ...CLAIMED, accepted: 1 } },
  { name: 'answered, not marked as sent', at: [SETTLE], leaves: { ...CLAIMED, accepted: 1 } },
  {
    name: 'marked as sent, job not completed',
    at: [SETTLE, COMPLETE],
    leaves: { status: 'SENT', isAttempted: true, job: 'active', accepted: 1 },
  },
  { name: 'queued, not fetched', at: [QUEUE, COMMIT, FETCH], leaves: { ...WAITING, job: 'created' } },
]
