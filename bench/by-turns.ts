import { median, percentile, round } from './measure.ts'

type Way = (turn: number) => Promise<unknown>

interface Turns {
  /** Turns before those that count, in which everything gets compiled and cached. */
  warmUp: number
  turns: number
  /** Written in each turn. */
  occurrences: number
}

/**
 * What a service takes, and bare SQL that writes the same rows. The two take turns, so that a busy machine slows both
 * down; `ratio` is the share of bare SQL's speed, of the median turn.
 */
export async function compareByTurns({ warmUp, turns, occurrences }: Turns, service: Way, bare: Way) {
  const took: number[] = []
  const bareTook: number[] = []
  for (let turn = 0; turn < warmUp + turns; turn++) {
    const [ms, bareMs] = [await time(service, turn), await time(bare, turn)]
    if (turn < warmUp) continue
    took.push(ms)
    bareTook.push(bareMs)
  }
  const ratios = took.map((ms, turn) => (bareTook[turn] ?? Number.NaN) / ms)
  return {
    occurrences,
    p50Ms: round(median(took)),
    p95Ms: round(percentile(took, 0.95)),
    eachMs: round(median(took) / occurrences),
    bareP50Ms: round(median(bareTook)),
    bareP95Ms: round(percentile(bareTook, 0.95)),
    bareEachMs: round(median(bareTook) / occurrences),
    ratio: round(median(ratios)),
  }
}

async function time(way: Way, turn: number): Promise<number> {
  const began = performance.now()
  await way(turn)
  return performance.now() - began
}
