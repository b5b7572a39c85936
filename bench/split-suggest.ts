import { pickBest } from '@astralis/core/slots/pick-best'
import { presentSuggestion } from '@astralis/core/slots/present-suggestion'
import { planScoring } from '@astralis/core/slots/score-slots'
import { measureSearch, planSearch, searchStarts } from '@astralis/core/slots/search'
import { suggestInput } from '@astralis/core/slots/suggest-input'
import type { Runtime } from '@astralis/services/context'
import { entryFor, gatherPeople } from '@astralis/services/suggestions/gather-people'
import { inOrganization } from '@astralis/services/transaction'
import { median, round } from './measure.ts'

/**
 * Where `scheduling.suggest` spends its time: its own steps, one after the other, in this process; medians in
 * milliseconds, after as many runs in which everything gets compiled and planned. `readMs` includes decoding what is read
 * and expanding hours.
 */
export async function splitSuggest(runtime: Runtime, orgId: string, ask: () => unknown, runs: number) {
  const times: Record<string, number[]> = {}
  for (let run = -runs; run < runs; run++) {
    const asked = ask()
    let began = performance.now()
    const took = (step: string) => {
      const now = performance.now()
      if (run >= 0) (times[step] ??= []).push(now - began)
      began = performance.now()
    }
    const input = suggestInput.parse(asked)
    took('parseMs')
    const people = await inOrganization(runtime, orgId, (tx) => gatherPeople(tx, orgId, input), entryFor(input))
    took('readMs')
    const search = planSearch(input, people, runtime.clock())
    const starts = searchStarts(search)
    measureSearch(search)
    took('searchMs')
    const scoring = planScoring({ ...search, timeOfDay: input.timeOfDay }, people, null)
    const best = pickBest(starts, input.durationMinutes, input.limit, scoring)
    took('scoreMs')
    JSON.stringify(best.map((time) => presentSuggestion(time, people)))
    took('serializeMs')
  }
  return Object.fromEntries(Object.entries(times).map(([step, values]) => [step, round(median(values))]))
}
