import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { SuggestedTime } from '@astralis/core/slots/suggestion'
import { Temporal } from '@astralis/core/temporal'
import { rankSuggestions } from '@astralis/services/suggestions/rank-suggestions'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type OpenAiStandIn, outputText, responseOf, sendJson, startOpenAiStandIn } from '../testing/openai-stand-in.ts'
import { createOpenAiRankingModel } from './openai-ranking-model.ts'

const API_KEY = 'sk-test-1234567890'
/** So long that no answer here is late, whatever else the machine does. */
const PATIENT_MS = 20_000
const IMPATIENT_MS = 500

const byScore = [suggestion(9), suggestion(11), suggestion(15)]
const good = {
  ranking: [
    { id: 's3', note: 'Afternoon for everybody.' },
    { id: 's1', note: 'Early for Lisbon.' },
    { id: 's2', note: 'Close to lunch.' },
  ],
}
const goodText = JSON.stringify(good)

let openAi: OpenAiStandIn
let warnings: string[]
beforeEach(async () => {
  warnings = []
  openAi = await startOpenAiStandIn()
})
afterEach(() => openAi.stop())

function rank(timeoutMs: number | undefined = PATIENT_MS) {
  const settings = { apiKey: API_KEY, model: 'gpt-test', baseUrl: openAi.baseUrl }
  const model = createOpenAiRankingModel(settings, (problem) => void warnings.push(problem), timeoutMs)
  return rankSuggestions(model, byScore)
}

describe('a good answer', () => {
  beforeEach(() => {
    openAi.answer = (response) => sendJson(response, responseOf(outputText(goodText)))
  })

  it('E3: gives the order, and its notes as reasons', async () => {
    const { suggestions, rankedBy } = await rank()
    expect(rankedBy).toBe('model')
    expect(suggestions.map(({ score, reason }) => [score, reason])).toEqual([
      [85, 'Afternoon for everybody.'],
      [91, 'Early for Lisbon.'],
      [89, 'Close to lunch.'],
    ])
    expect(openAi.requests).toHaveLength(1)
    expect(warnings).toEqual([])
  })

  it('E3: the request has ids and numbers, and asks for nothing to be kept or looked up', async () => {
    await rank()
    const [request] = openAi.requests
    expect(request?.path).toBe('/v1/responses')
    expect(request?.headers.authorization).toBe(`Bearer ${API_KEY}`)
    const body = JSON.parse(request?.body ?? '')
    expect(JSON.parse(body.input)).toEqual({
      candidates: [candidate('s1', 91, 540), candidate('s2', 89, 660), candidate('s3', 85, 900)],
    })
    expect(body).toMatchObject({
      model: 'gpt-test',
      store: false,
      text: { format: { type: 'json_schema', strict: true, schema: { additionalProperties: false } } },
    })
    expect(Object.keys(body).toSorted()).toEqual([
      'input',
      'instructions',
      'max_output_tokens',
      'model',
      'store',
      'text',
    ])
    expect(JSON.stringify(request)).not.toMatch(/@|ana|Merger|2026|Lisbon|Europe/)
  })
})

type Answer = (response: ServerResponse) => void
const says =
  (...texts: string[]): Answer =>
  (response) =>
    sendJson(response, responseOf(...texts.map(outputText)))
const ranks = (ranking: object[]): Answer => says(JSON.stringify({ ranking }))
const fails =
  (status: number): Answer =>
  (response) =>
    sendJson(response, { error: { message: 'Try later.' } }, status)

const MEGABYTE = ' '.repeat(1024 * 1024)
const JSON_TYPE = { 'content-type': 'application/json' }
const [third, ...others] = good.ranking

const WORTHLESS: Record<string, Answer> = {
  'an unknown id': ranks([{ id: 's4', note: 'New.' }, ...others]),
  'a missing id': ranks(others),
  'a doubled id': ranks([...good.ranking, ...others]),
  'an id in place of another': ranks([...others, ...others.slice(1)]),
  'an empty note': ranks([{ ...third, note: ' ' }, ...others]),
  'a note without end': ranks([{ ...third, note: 'x'.repeat(201) }, ...others]),
  'no notes': ranks(good.ranking.map(({ id }) => ({ id }))),
  'another form': says('{"order":["s3","s1","s2"]}'),
  'text around the answer': says(`Here you are: ${goodText}`),
  'text after the answer': says(goodText, 'You are welcome.'),
  'text that is not JSON': says('The afternoon, I think.'),
  'a refusal': (response) => sendJson(response, responseOf({ type: 'refusal', refusal: 'No.' })),
  'half an answer': (response) => sendJson(response, { ...responseOf(outputText(goodText)), status: 'incomplete' }),
  'no output': (response) => sendJson(response, { id: 'resp_1' }),
  'JSON null': (response) => sendJson(response, null),
  'an empty body': (response) => response.writeHead(200, JSON_TYPE).end(),
  'a body that is not JSON': (response) => response.writeHead(200, JSON_TYPE).end('<html>'),
  'a web page': (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
  'a good answer in 1 MB': (response) =>
    response.writeHead(200, JSON_TYPE).end(MEGABYTE + JSON.stringify(responseOf(outputText(goodText)))),
  'a good answer that unpacks to 1 MB': (response) =>
    response
      .writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' })
      .end(gzipSync(MEGABYTE + JSON.stringify(responseOf(outputText(goodText))))),
  'an error of 1 MB': (response) => response.writeHead(500, JSON_TYPE).end(MEGABYTE),
  'a wrong key': fails(401),
  'a rate limit': fails(429),
  'a fault': fails(500),
  'a redirection': (response) => response.writeHead(307, { location: '/v1/elsewhere' }).end(),
  'a closed connection': (response) => response.destroy(),
  'a connection closed half-way': (response) => {
    response.writeHead(200, JSON_TYPE).write('{', () => response.destroy())
  },
}

describe('E3: the order of the score stands, after exactly one request, with', () => {
  it.each(Object.entries(WORTHLESS))('%s', async (_, answer) => {
    openAi.answer = answer
    expect(await rank()).toEqual({ rankedBy: 'score', suggestions: byScore })
    expect(openAi.requests).toHaveLength(1)
    expect(warnings).toEqual([expect.stringMatching(/^.{10,500}$/su)])
  })

  it.each<[string, Answer]>([
    ['does not begin', () => {}],
    ['has no body', (response) => response.writeHead(200, JSON_TYPE).flushHeaders()],
    ['does not end', (response) => response.writeHead(200, JSON_TYPE).write('{"id":')],
    ['does not end an error', (response) => response.writeHead(500, JSON_TYPE).write('{"error":')],
  ])('an answer that %s, and the connection is given up', async (_, answer) => {
    openAi.answer = answer
    expect(await rank(IMPATIENT_MS)).toEqual({ rankedBy: 'score', suggestions: byScore })
    expect(openAi.requests).toHaveLength(1)
    await openAi.requests[0]?.closed
    expect(warnings).toHaveLength(1)
  })

  it('nobody at the address', async () => {
    await openAi.stop()
    expect(await rank()).toEqual({ rankedBy: 'score', suggestions: byScore })
    expect(warnings).toEqual([expect.stringContaining('ECONNREFUSED')])
    openAi = await startOpenAiStandIn()
  })
})

it('E3: waits three seconds and not longer', async () => {
  openAi.answer = () => {}
  const settings = { apiKey: API_KEY, model: 'gpt-test', baseUrl: openAi.baseUrl }
  const start = performance.now()
  await rankSuggestions(
    createOpenAiRankingModel(settings, () => {}),
    byScore,
  )
  const elapsed = performance.now() - start
  expect(elapsed).toBeGreaterThan(2900)
  expect(elapsed).toBeLessThan(6000)
})

it('the key is in no warning, also where the other side repeats it', async () => {
  openAi.answer = (response) => sendJson(response, { error: { message: `Wrong key: ${API_KEY}` } }, 401)
  await rank()
  expect(warnings).toEqual(['Error: 401 Wrong key: [key]'])
})

function candidate(id: string, score: number, minuteOfDay: number) {
  return {
    id,
    score,
    parts: [{ rule: 'SOONER', points: score }],
    localStarts: [
      { dayOfWeek: 1, minuteOfDay: minuteOfDay - 60, people: 1 },
      { dayOfWeek: 1, minuteOfDay, people: 1 },
    ],
  }
}

function suggestion(hour: number): SuggestedTime {
  const startsAt = Temporal.ZonedDateTime.from({ year: 2026, month: 3, day: 2, hour, timeZone: 'Europe/Berlin' })
  const localStart = (timeZone: string) =>
    startsAt.withTimeZone(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' })
  return {
    startsAt: startsAt.toInstant(),
    endsAt: startsAt.add({ hours: 1 }).toInstant(),
    score: 100 - hour,
    reasons: [{ rule: 'SOONER', points: 100 - hour, facts: { title: 'Merger', timeZone: 'Europe/Berlin' } }],
    reason: 'The score says so.',
    participants: [
      { email: 'ana@example.com', status: 'available', localStart: localStart('Europe/Berlin') },
      { email: 'rui@example.com', status: 'available', localStart: localStart('Europe/Lisbon') },
    ],
  }
}
