import { reminderOffsetsSchema } from '@astralis/core/reminders/reminder-offsets'
import { describeIssues } from '@astralis/core/wire/describe-issues'
import { minutesOf, type LeadTime } from './lead-time.ts'

const KNOWN = 'There is a reminder at this time already.'

/** What is wrong, by the place in the list: core's rules, and what is there twice, which core would only drop. */
export function leadTimeProblems(leadTimes: readonly LeadTime[]): Record<string, string> {
  const minutes = leadTimes.map(minutesOf)
  const parsed = reminderOffsetsSchema.safeParse(minutes)
  const problems = parsed.success ? {} : describeIssues(parsed.error)
  for (const [index, length] of minutes.entries()) if (minutes.indexOf(length) < index) problems[index] ??= KNOWN
  return problems
}
