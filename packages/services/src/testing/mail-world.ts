import type { MailMessage } from '@astralis/core/mail/message'
import { deliverMails } from '../mail/deliver-mails.ts'
import type { DeliveryRuntime } from '../mail/delivery-runtime.ts'
import { sql } from 'drizzle-orm'
import { type Channel, ChannelError, type ChannelOutcome } from '../ports.ts'
import { TEST_SEAL } from './test-seal.ts'
import { runtimeOf, type TestWorld } from './test-world.ts'

export interface SentMail {
  key: string
  message: MailMessage
}

/** A mail service that knows keys as Resend does, and takes no message twice under one. */
export interface MailService {
  channel: Channel
  /** What it has accepted, in order. */
  accepted: SentMail[]
  /** With it, what comes is refused so; or accepted without an answer. */
  failure: ChannelOutcome | 'accepted-unanswered' | null
}

export function createMailService(keyHours = 23): MailService {
  const service: MailService = {
    accepted: [],
    failure: null,
    channel: {
      name: keyHours > 0 ? 'resend' : 'smtp',
      sender: { email: 'calendar@example.org', name: 'AstralisOps' },
      keyHours,
      concurrency: 5,
      send(message, key) {
        const { failure } = service
        if (failure !== null && failure !== 'accepted-unanswered') return refuse(failure)
        const isKnown = keyHours > 0 && service.accepted.some((mail) => mail.key === key)
        if (!isKnown) service.accepted.push({ key, message })
        return failure === null ? Promise.resolve() : refuse('unknown')
      },
    },
  }
  return service
}

function refuse(outcome: ChannelOutcome): Promise<never> {
  return Promise.reject(new ChannelError(outcome, `The service says: ${outcome}.`))
}

/** A worker's runtime whose mail goes to `service`. */
export function mailRuntime(world: TestWorld, { channel }: MailService): DeliveryRuntime {
  return { ...runtimeOf(world), channel, publicUrl: 'https://calendar.example.org', seal: TEST_SEAL }
}

/** Delivers what is due by the world's clock, as the queue would; returns what has become of each mail. */
export async function deliverDue(world: TestWorld, orgId: string, service: MailService) {
  const rows = await world.owner.execute<{ id: string }>(sql`
    select id from mails where org_id = ${orgId} and status in ('PENDING', 'CLAIMED') and due_at <= ${world.now.toString()}
    order by due_at, created_at`)
  return deliverMails(
    mailRuntime(world, service),
    orgId,
    rows.map(({ id }) => id),
  )
}

/** Lets the time for second thoughts pass, and delivers. Returns what the service accepted by it. */
export async function deliverNews(world: TestWorld, orgId: string, service: MailService): Promise<SentMail[]> {
  const known = service.accepted.length
  world.now = world.now.add({ seconds: 6 })
  await deliverDue(world, orgId, service)
  return service.accepted.slice(known)
}
