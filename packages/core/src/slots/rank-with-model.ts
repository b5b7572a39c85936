import { z } from 'zod'
import type { SuggestionReason } from '../events/event.ts'
import { Temporal } from '../temporal.ts'
import { lineSchema } from '../wire/text.ts'

/*
 * Nothing that anybody has typed reaches the model: only numbers, our own names of rules, and ids that mean nothing
 * outside of one question. So there is no text in which somebody could hide instructions to it. What it answers can
 * only reorder times that are free anyhow.
 */

/** A suggested time, as far as its rank depends on it. `localStart` is `YYYY-MM-DDTHH:mm`. */
export interface RankableSlot {
  score: number
  reasons: Pick<SuggestionReason, 'rule' | 'points'>[]
  participants: { localStart: string }[]
}

/** What the model is asked: what to do, and the candidates as JSON. */
export interface RankingRequest {
  instructions: string
  payload: string
}

/** What the model sees of a time. */
interface RankingCandidate {
  id: string
  score: number
  parts: { rule: string; points: number }[]
  /** When it starts for how many people: ISO day of the week (1 is Monday), and minutes since their midnight. */
  localStarts: { dayOfWeek: number; minuteOfDay: number; people: number }[]
}

const MAX_NOTE_LENGTH = 200

/** Half of what a note may be, because models do not count well. */
const INSTRUCTIONS = `
You order times at which a meeting is possible, the best one first.
Each candidate has an id, a score from 0 to 100, the parts of that score in points, and localStarts: when the meeting
would start for how many people, as ISO day of the week (1 is Monday) and minutes since their local midnight.
Prefer the time that is kindest to the people for whom it is worst; between equals the score decides.
Answer with every id exactly once. The note says to the people, in one English sentence of at most
${MAX_NOTE_LENGTH / 2} characters, what speaks for this time or against it. It names days and hours in words and never
mentions ids, points or minutes of the day.
`.trim()

/**
 * The form of an answer. It is the same for every question, because the model's provider compiles each new schema
 * before it answers, and has no lengths, because not every strict mode knows them.
 */
export const rankingAnswerSchema = z.strictObject({
  ranking: z.array(z.strictObject({ id: z.string(), note: z.string() })),
})

const noteSchema = lineSchema(MAX_NOTE_LENGTH)

/** The question for the model. Its size depends on the number of slots and not on that of people. */
export function planRanking(slots: readonly RankableSlot[]): RankingRequest {
  return { instructions: INSTRUCTIONS, payload: JSON.stringify({ candidates: slots.map(candidateOf) }) }
}

/**
 * The same slots in the model's order, each with its note. Null for anything but a permutation of the ids that
 * `planRanking` gave to these slots, with a note of 1 to 200 characters on one line for each.
 */
export function applyRanking<Slot extends object>(
  slots: readonly Slot[],
  answer: unknown,
): { slot: Slot; note: string }[] | null {
  const { success, data } = rankingAnswerSchema.safeParse(answer)
  if (!success) return null
  const unranked = new Map(slots.map((slot, index) => [idOf(index), slot]))
  const ranked: { slot: Slot; note: string }[] = []
  for (const item of data.ranking) {
    const slot = unranked.get(item.id)
    const note = noteSchema.safeParse(item.note)
    if (!slot || !note.success) return null
    unranked.delete(item.id)
    ranked.push({ slot, note: note.data })
  }
  return unranked.size === 0 ? ranked : null
}

function candidateOf({ score, reasons, participants }: RankableSlot, index: number): RankingCandidate {
  const parts = reasons.map(({ rule, points }) => ({ rule, points }))
  return { id: idOf(index), score, parts, localStarts: localStartsOf(participants) }
}

function idOf(index: number): string {
  return `s${index + 1}`
}

function localStartsOf(participants: RankableSlot['participants']): RankingCandidate['localStarts'] {
  const people = new Map<string, number>()
  for (const { localStart } of participants) people.set(localStart, (people.get(localStart) ?? 0) + 1)
  const byTime = [...people].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return byTime.map(([localStart, count]) => {
    const { dayOfWeek, hour, minute } = Temporal.PlainDateTime.from(localStart)
    return { dayOfWeek, minuteOfDay: hour * 60 + minute, people: count }
  })
}
