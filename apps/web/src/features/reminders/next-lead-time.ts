import { leadTimeOf, minutesOf, type LeadTime } from './lead-time.ts'

/** What one more reminder starts from: the first of these that is not in the list yet. */
const PRESETS = [1440, 60, 10, 10_080, 120]

export function nextLeadTime(leadTimes: readonly LeadTime[]): LeadTime {
  const known = new Set(leadTimes.map(minutesOf))
  return leadTimeOf(PRESETS.find((preset) => !known.has(preset)) ?? 0)
}
