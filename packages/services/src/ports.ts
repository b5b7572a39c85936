import type { ChannelName } from '@astralis/core/mail/mail'
import type { MailMessage } from '@astralis/core/mail/message'
import type { RankingRequest } from '@astralis/core/slots/rank-with-model'

/*
 * What actions need of the outside world. Apps implement these; none is ever called inside a transaction, which would
 * hold its locks for as long as somebody else takes to answer.
 */

/** A language model that puts suggested times in order (E3). */
export interface RankingModel {
  /**
   * Whatever the model answers: the caller checks it. May take seconds; rejects when there is no answer by then, or
   * none that can be read.
   */
  rank(request: RankingRequest): Promise<unknown>
  /** Tells who runs the product why the model's answer was of no use. */
  reportFailure(problem: unknown): void
}

/** A way by which mail leaves (F6). */
export interface Channel {
  name: ChannelName
  /** The address and name that its mail comes from. */
  sender: { email: string; name: string }
  /**
   * For how many hours a key that was used is known, so that the same message sent again arrives once; 0 where each
   * call is a mail of its own.
   */
  keyHours: number
  /** How many messages it takes at a time. */
  concurrency: number
  /** Resolves when the message has been accepted; rejects with a ChannelError. */
  send(message: MailMessage, key: string): Promise<void>
}

/**
 * rejected      this message will never be accepted
 * not-accepted  it was not accepted, and may be later
 * unknown       nobody knows whether it was: the connection broke before the answer
 */
export type ChannelOutcome = 'rejected' | 'not-accepted' | 'unknown'

/** Why a message was not accepted, in the words of the mail service. */
export class ChannelError extends Error {
  override name = 'ChannelError'
  readonly outcome: ChannelOutcome

  constructor(outcome: ChannelOutcome, message: string) {
    super(message)
    this.outcome = outcome
  }
}
