import { rankingAnswerSchema } from '@astralis/core/slots/rank-with-model'
import type { RankingModel } from '@astralis/services/ports'
import OpenAI from 'openai'
import { zodTextFormat } from 'openai/helpers/zod'
import { limitedFetch } from './limited-fetch.ts'

export interface OpenAiSettings {
  apiKey: string
  model: string
  /** With the version: `https://api.openai.com/v1`. */
  baseUrl: string
}

const TIMEOUT_MS = 3000
const MAX_ANSWER_BYTES = 128 * 1024
/** More than the notes of the longest list take; a model that goes on and on costs no more than this. */
const MAX_OUTPUT_TOKENS = 2000
const MAX_REPORT_LENGTH = 500

/**
 * Ranks through OpenAI's Responses API, with one request that has `timeoutMs` milliseconds from the first to the last
 * byte. `warn` gets what went wrong, without the key.
 */
export function createOpenAiRankingModel(
  { apiKey, model, baseUrl }: OpenAiSettings,
  warn: (problem: string) => void,
  timeoutMs = TIMEOUT_MS,
): RankingModel {
  const client = new OpenAI({
    apiKey,
    baseURL: baseUrl,
    maxRetries: 0,
    fetch: limitedFetch(MAX_ANSWER_BYTES),
    logLevel: 'off',
    // What is not given is looked for in the environment, past our settings.
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
  })
  return {
    async rank({ instructions, payload }) {
      const question = {
        model,
        instructions,
        input: payload,
        text: { format: zodTextFormat(rankingAnswerSchema, 'ranking') },
        max_output_tokens: MAX_OUTPUT_TOKENS,
        store: false,
      }
      // The client's own timeout leaves out the body of an error.
      const { output_parsed: answer } = await client.responses.parse(question, {
        signal: AbortSignal.timeout(timeoutMs),
      })
      return answer
    },
    reportFailure: (problem) => warn(describe(problem).replaceAll(apiKey, '[key]').slice(0, MAX_REPORT_LENGTH)),
  }
}

/** The client's connection errors say only in their cause what happened. */
function describe(problem: unknown): string {
  return problem instanceof Error && problem.cause ? `${problem} (${describe(problem.cause)})` : String(problem)
}
