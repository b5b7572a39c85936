import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { applyRanking, planRanking, rankingAnswerSchema } from './rank-with-model.ts'

const RULES = ['INSIDE_HOURS', 'TIME_OF_DAY', 'SOONER', 'FAIRNESS']
const TITLE = 'Secret merger with Umbrella'

/** Far from the letters and digits of the payload, so that finding one of these in it means something. */
const email = fc.stringMatching(/^[a-z]{8}@[a-z]{8}\.example$/)
const localStart = fc
  .record({
    day: fc.integer({ min: 1, max: 28 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.constantFrom(0, 30),
  })
  .map(({ day, hour, minute }) => `2026-02-${two(day)}T${two(hour)}:${two(minute)}`)

const slot = fc.record({
  score: fc.integer({ min: 0, max: 100 }),
  reasons: fc.array(
    fc.record({
      rule: fc.constantFrom(...RULES),
      points: fc.integer({ min: -50, max: 50 }),
      facts: fc.record({ email, title: fc.constant(TITLE), timeZone: fc.constant('Europe/Berlin') }),
    }),
    { maxLength: 4 },
  ),
  participants: fc.array(fc.record({ email, name: fc.constant('Ana Example'), localStart }), { maxLength: 6 }),
})
const slots = fc.array(slot, { minLength: 1, maxLength: 8 })
const note = fc.stringMatching(/^\S(.{0,198}\S)?$/).filter((text) => !/\p{Cc}/u.test(text) && text.isWellFormed())

/** Slots with a good answer about them, and the order that it asks for. */
const answered = slots.chain((list) =>
  fc
    .tuple(
      fc.shuffledSubarray([...list.keys()], { minLength: list.length }),
      fc.array(note, { minLength: list.length, maxLength: list.length }),
    )
    .map(([order, notes]) => ({
      list,
      order,
      ranking: order.map((index, place) => ({ id: `s${index + 1}`, note: notes[place] ?? '' })),
    })),
)

describe('planRanking', () => {
  it('E3: asks with ids, numbers and names of rules only', () => {
    fc.assert(
      fc.property(slots, (list) => {
        const { payload } = planRanking(list)
        const { candidates } = payloadSchema.parse(JSON.parse(payload))
        expect(candidates.map(({ id }) => id)).toEqual(list.map((_, index) => `s${index + 1}`))
        for (const { participants } of list)
          for (const { email: address } of participants) expect(payload).not.toContain(address)
        expect(payload).not.toMatch(/@|Ana|Secret|Berlin|2026/)
      }),
    )
  })

  it('E3: the instructions are the same for everybody', () => {
    fc.assert(
      fc.property(slots, slots, (a, b) => {
        expect(planRanking(a).instructions).toBe(planRanking(b).instructions)
      }),
    )
  })

  it('counts every person once, and does not depend on their order', () => {
    fc.assert(
      fc.property(slots, (list) => {
        const { payload } = planRanking(list)
        const { candidates } = payloadSchema.parse(JSON.parse(payload))
        const counts = candidates.map(({ localStarts }) => localStarts.reduce((sum, { people }) => sum + people, 0))
        expect(counts).toEqual(list.map(({ participants }) => participants.length))
        const turned = list.map((item) => ({ ...item, participants: item.participants.toReversed() }))
        expect(planRanking(turned).payload).toBe(payload)
      }),
    )
  })

  it('says when a time starts for whom', () => {
    const participants = ['2026-03-02T09:30', '2026-03-01T23:00', '2026-03-02T09:30'].map((localStart) => ({
      localStart,
    }))
    const { payload } = planRanking([{ score: 87, reasons: [{ rule: 'SOONER', points: -3 }], participants }])
    expect(JSON.parse(payload)).toEqual({
      candidates: [
        {
          id: 's1',
          score: 87,
          parts: [{ rule: 'SOONER', points: -3 }],
          localStarts: [
            { dayOfWeek: 7, minuteOfDay: 1380, people: 1 },
            { dayOfWeek: 1, minuteOfDay: 570, people: 2 },
          ],
        },
      ],
    })
  })
})

describe('applyRanking', () => {
  it('E3: a permutation gives the same slots in its order, each with its note', () => {
    fc.assert(
      fc.property(answered, ({ list, order, ranking }) => {
        const ranked = applyRanking(list, { ranking })
        expect(ranked?.map(({ slot }) => slot)).toEqual(order.map((index) => list[index]))
        expect(ranked?.map((item) => item.note)).toEqual(ranking.map((item) => item.note))
        expect(new Set(ranked?.map((item) => item.slot))).toEqual(new Set(list))
      }),
    )
  })

  it('E3: anything but a permutation gives null', () => {
    const wrong = answered.chain(({ list, ranking }) =>
      fc.nat(ranking.length - 1).chain((place) => {
        const missing = ranking.toSpliced(place, 1)
        const doubled = [...ranking, ...ranking.slice(place, place + 1)]
        const unknown = ranking.with(place, { id: 's0', note: 'Good.' })
        const tooMany = [...ranking, { id: `s${list.length + 1}`, note: 'Good.' }]
        const allTheSame = ranking.length > 1 ? [ranking.map((item) => ({ ...item, id: 's1' }))] : []
        return fc.constantFrom(missing, doubled, unknown, tooMany, ...allTheSame).map((changed) => ({ list, changed }))
      }),
    )
    fc.assert(
      fc.property(wrong, ({ list, changed }) => {
        expect(applyRanking(list, { ranking: changed })).toBeNull()
      }),
    )
  })

  it('E3: a value of another form gives null, whatever it is', () => {
    fc.assert(
      fc.property(slots, fc.anything(), (list, answer) => {
        expect(applyRanking(list, answer)).toBeNull()
      }),
    )
  })

  it.each([
    ['an empty note', ''],
    ['a blank note', ' \u00A0 '],
    ['a note that is too long', 'x'.repeat(201)],
    ['a line break', 'Good\nfor all'],
    ['a control character', 'Good\u0007'],
    ['half a surrogate pair', 'Good \uD83D'],
  ])('E3: %s makes the whole answer worthless', (_, text) => {
    const ranking = [
      { id: 's2', note: 'Fine.' },
      { id: 's1', note: text },
    ]
    expect(applyRanking([{}, {}], { ranking })).toBeNull()
  })

  it('trims notes, and takes them up to 200 characters', () => {
    const longest = 'x'.repeat(200)
    expect(applyRanking([{}], { ranking: [{ id: 's1', note: ` ${longest}\n` }] })).toEqual([
      { slot: {}, note: longest },
    ])
  })

  it.each([
    ['beside the ranking', { ranking: [{ id: 's1', note: 'Fine.' }], comment: 'Hello' }],
    ['beside a note', { ranking: [{ id: 's1', note: 'Fine.', score: 99 }] }],
  ])('E3: something more %s gives null', (_, answer) => {
    expect(applyRanking([{}], answer)).toBeNull()
  })
})

it('the answer’s schema is strict: every field required, none beside them', () => {
  expect(z.toJSONSchema(rankingAnswerSchema)).toMatchObject({
    required: ['ranking'],
    additionalProperties: false,
    properties: { ranking: { items: { required: ['id', 'note'], additionalProperties: false } } },
  })
})

const payloadSchema = z.strictObject({
  candidates: z.array(
    z.strictObject({
      id: z.string().regex(/^s[1-9]\d*$/),
      score: z.number(),
      parts: z.array(z.strictObject({ rule: z.enum(RULES), points: z.number() })),
      localStarts: z.array(
        z.strictObject({
          dayOfWeek: z.int().min(1).max(7),
          minuteOfDay: z.int().min(0).max(1439),
          people: z.int().min(1),
        }),
      ),
    }),
  ),
})

function two(part: number): string {
  return String(part).padStart(2, '0')
}
