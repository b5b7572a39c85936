import { decideTakeover, isFresh } from '@astralis/core/mail/decide-delivery'
import type { MailMessage } from '@astralis/core/mail/message'
import { mailKey } from '@astralis/core/mail/mail-key'
import { Temporal } from '@astralis/core/temporal'
import {
  claimMails,
  type ClaimedMail,
  settleMails,
  type SettledMail,
  storeMessages,
  type WrittenMail,
} from '@astralis/db/queries/deliveries'
import { inOrganization, sentTogether } from '../transaction.ts'
import { decideMail } from './decide-mail.ts'
import type { DeliveryRuntime } from './delivery-runtime.ts'
import { gatherMails, type MailFacts } from './gather-mails.ts'
import { writeMail } from './write-mail.ts'

/** A mail that is ready to be handed over. */
export interface ReadyMail {
  id: string
  key: string
  message: MailMessage
}

export interface PreparedMails {
  ready: ReadyMail[]
  /** What needs no handing over. */
  settled: SettledMail[]
}

/** Clocks of two processes differ a little. */
const CLOCK_TOLERANCE_SECONDS = 5

/**
 * Takes mails into this worker's hands, looks at their events again, and writes what is to be sent; the rest is settled.
 * One transaction: an event that is cancelled before it finds the mail waiting, one after it finds it claimed.
 */
export async function prepareMails(
  runtime: DeliveryRuntime,
  orgId: string,
  ids: readonly string[],
  claim: string,
): Promise<PreparedMails> {
  const { channel } = runtime
  return inOrganization(runtime, orgId, async (tx) => {
    const now = runtime.clock()
    const hasKeys = channel.keyHours > 0
    const claimed = await claimMails(tx, orgId, ids, { claim, dueBy: now.add({ seconds: CLOCK_TOLERANCE_SECONDS }) })
    const facts = await gatherMails(tx, orgId, claimed, now)
    const {
      anew = [],
      again = [],
      unknown = [],
    } = Object.groupBy(claimed, (mail) =>
      decideTakeover({ ...mail, keyHours: channel.keyHours, hasStarted: hasStarted(mail, facts, now), now }),
    )

    const { written, kept, settled } = writeAll(runtime, anew, { orgId, facts, now })
    const lost = unknown.map(({ id, error }) => settledAs(id, 'UNKNOWN', error ?? LOST))

    await sentTogether([
      storeMessages(tx, orgId, written),
      settleMails(tx, orgId, [...settled, ...lost], { claim, channel: channel.name, hasKeys, now }),
    ])
    const ready = [...readyOf(anew, written), ...readyOf(claimed, [...kept, ...again])]
    return { ready, settled: [...settled, ...lost] }
  })
}

const LOST = 'The worker ended while handing it over; it may have been sent.'

interface Writing {
  orgId: string
  facts: MailFacts
  now: Temporal.Instant
}

function writeAll(runtime: DeliveryRuntime, mails: readonly ClaimedMail[], { orgId, facts, now }: Writing) {
  const written: WrittenMail[] = []
  const kept: ClaimedMail[] = []
  const settled: SettledMail[] = []
  for (const mail of mails) {
    const delivery = decideMail(mail, facts, now)
    if (delivery.act === 'skip') settled.push({ ...settledAs(mail.id, 'SKIPPED', null), skipReason: delivery.reason })
    else if (delivery.act === 'wait') settled.push(settledAs(mail.id, 'PENDING', mail.error))
    else if (mail.message && isFresh(mail.attemptedAt, now)) kept.push(mail)
    else
      try {
        written.push(writeMail(runtime, mail, { orgId, kind: delivery.kind, facts, now }))
      } catch (error) {
        // Of many, one that can not be written (its address can not stand in a header) holds up no other.
        settled.push(settledAs(mail.id, 'FAILED', error instanceof Error ? error.message : String(error)))
      }
  }
  return { written, kept, settled }
}

function hasStarted({ kind, eventId }: ClaimedMail, { events }: MailFacts, now: Temporal.Instant): boolean {
  const startsAt = kind === 'reminder' ? events.get(eventId)?.startsAt : undefined
  return startsAt !== undefined && Temporal.Instant.compare(startsAt, now) <= 0
}

export function settledAs(id: string, status: SettledMail['status'], error: string | null): SettledMail {
  return { id, status, skipReason: null, error }
}

function readyOf(
  mails: readonly ClaimedMail[],
  written: readonly { id: string; message: MailMessage | null }[],
): ReadyMail[] {
  const byId = new Map(mails.map((mail) => [mail.id, mail]))
  return written.flatMap(({ id, message }) => {
    const mail = byId.get(id)
    return mail && message ? [{ id, key: mailKey(mail), message }] : []
  })
}
