import type { RankingRequest } from '@astralis/core/slots/rank-with-model'
import type { SuggestedTime } from '@astralis/core/slots/suggestion'
import { Temporal } from '@astralis/core/temporal'
import { beforeEach, expect, it } from 'vitest'
import type { RankingModel } from '../ports.ts'
import { rankSuggestions } from './rank-suggestions.ts'

const [first, second, third] = [suggestion(9), suggestion(11), suggestion(15)]
const byScore = [first, second, third]
const good = {
  ranking: [
    { id: 's3', note: 'Kind to everybody.' },
    { id: 's1', note: 'Early for one.' },
    { id: 's2', note: 'Close to lunch.' },
  ],
}

let requests: RankingRequest[]
let problems: unknown[]
beforeEach(() => {
  requests = []
  problems = []
})

it('E3: takes the order and the notes of a good answer, and nothing else', async () => {
  expect(
    await rankSuggestions(
      modelThat(() => Promise.resolve(good)),
      byScore,
    ),
  ).toEqual({
    rankedBy: 'model',
    suggestions: [
      { ...third, reason: 'Kind to everybody.' },
      { ...first, reason: 'Early for one.' },
      { ...second, reason: 'Close to lunch.' },
    ],
  })
  expect(requests).toHaveLength(1)
  expect(problems).toEqual([])
})

it('E3: no person, date or zone is in what the model gets', async () => {
  await rankSuggestions(
    modelThat(() => Promise.resolve(good)),
    byScore,
  )
  expect(JSON.stringify(requests)).not.toMatch(/@|ana|2026|Berlin|SOONER says/)
})

it.each([
  ['nothing', null],
  ['text', 'The third one.'],
  ['two of three', { ranking: good.ranking.slice(1) }],
  ['one twice', { ranking: good.ranking.map((item) => ({ ...item, id: 's1' })) }],
  ['more than was asked', { ...good, comment: 'You are welcome.' }],
])('E3: an answer with %s leaves the order of the score, and is reported', async (_, answer) => {
  expect(
    await rankSuggestions(
      modelThat(() => Promise.resolve(answer)),
      byScore,
    ),
  ).toEqual({
    rankedBy: 'score',
    suggestions: byScore,
  })
  expect(problems).toEqual(['The answer does not name every time exactly once with a note.'])
})

it('E3: a model that fails leaves the order of the score, and is reported', async () => {
  const problem = new Error('Out of order.')
  expect(
    await rankSuggestions(
      modelThat(() => Promise.reject(problem)),
      byScore,
    ),
  ).toEqual({
    rankedBy: 'score',
    suggestions: byScore,
  })
  expect(problems).toEqual([problem])
})

it('E3: without a model the score ranks', async () => {
  expect(await rankSuggestions(null, byScore)).toEqual({ rankedBy: 'score', suggestions: byScore })
})

it.each([[[]], [[first]]])('asks nothing where there is nothing to order', async (suggestions) => {
  const model = modelThat(() => Promise.resolve(good))
  expect(await rankSuggestions(model, suggestions)).toEqual({ rankedBy: 'score', suggestions })
  expect(requests).toEqual([])
})

function modelThat(answers: () => Promise<unknown>): RankingModel {
  return {
    rank(request) {
      requests.push(request)
      return answers()
    },
    reportFailure: (problem) => void problems.push(problem),
  }
}

function suggestion(hour: number): SuggestedTime {
  const startsAt = Temporal.ZonedDateTime.from({ year: 2026, month: 3, day: 2, hour, timeZone: 'Europe/Berlin' })
  return {
    startsAt: startsAt.toInstant(),
    endsAt: startsAt.add({ hours: 1 }).toInstant(),
    score: 100 - hour,
    reasons: [
      { rule: 'SOONER', points: -hour, facts: { text: 'SOONER says ana@example.com', timeZone: 'Europe/Berlin' } },
    ],
    reason: 'The score says so.',
    participants: [
      {
        email: 'ana@example.com',
        status: 'available',
        localStart: startsAt.toPlainDateTime().toString({ smallestUnit: 'minute' }),
      },
    ],
  }
}
