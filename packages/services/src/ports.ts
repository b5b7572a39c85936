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
