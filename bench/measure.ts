/** What one round of requests took. */
export interface Round {
  perSecond: number
  /** Of each request, in milliseconds. */
  latencies: number[]
}

/** Runs `count` tasks; each of `clients` starts its next one as soon as its last one has ended. */
export async function runRound(
  clients: number,
  count: number,
  task: (client: number) => Promise<unknown>,
): Promise<Round> {
  const latencies: number[] = []
  let started = 0
  const work = async (client: number) => {
    while (started < count) {
      started++
      const began = performance.now()
      await task(client)
      latencies.push(performance.now() - began)
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: clients }, (_, client) => work(client)))
  return { perSecond: (count * 1000) / (performance.now() - began), latencies }
}

/** The value that the share `rank` (0 to 1) of `values` does not exceed (nearest rank). */
export function percentile(values: readonly number[], rank: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(rank * sorted.length) - 1)] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** Rounds of one kind together: the median round's rate, and percentiles over all their requests. */
export function summarize(rounds: readonly Round[]) {
  const latencies = rounds.flatMap((round) => round.latencies)
  return {
    perSecond: Math.round(median(rounds.map((round) => round.perSecond))),
    p50Ms: round(percentile(latencies, 0.5)),
    p95Ms: round(percentile(latencies, 0.95)),
    p99Ms: round(percentile(latencies, 0.99)),
  }
}

/** Two decimals: more would pretend a precision that nobody measured. */
export function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** `count` different items in random order. */
export function sample<T>(items: readonly T[], count: number, random: () => number): T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .slice(0, count)
    .map(({ item }) => item)
}
