import type { Outputs } from '../../lib/trpc.ts'

export type Reminder = Outputs['reminders']['list']['reminders'][number]

/** The reminders of one moment, one for each person. */
export interface ReminderGroup {
  offsetMinutes: number
  dueAt: string
  reminders: Reminder[]
}

/** By lead time and moment, in the order of the list; what a change of the event has replaced is left out. */
export function groupReminders(reminders: readonly Reminder[]): ReminderGroup[] {
  const groups = new Map<string, ReminderGroup>()
  for (const reminder of reminders) {
    if (reminder.status === 'SKIPPED' && reminder.skipReason === 'CHANGED') continue
    const { offsetMinutes, dueAt } = reminder
    const key = `${offsetMinutes} ${dueAt}`
    const group = groups.get(key) ?? { offsetMinutes, dueAt, reminders: [] }
    group.reminders.push(reminder)
    groups.set(key, group)
  }
  return [...groups.values()]
}

const COUNTED = [
  { statuses: ['SENT'], words: 'sent' },
  { statuses: ['PENDING', 'CLAIMED'], words: 'to come' },
  { statuses: ['FAILED'], words: 'failed' },
  { statuses: ['UNKNOWN'], words: 'in doubt' },
  { statuses: ['SKIPPED'], words: 'left out' },
] satisfies { statuses: Reminder['status'][]; words: string }[]

/** `3 sent, 5 to come` */
export function countsText(reminders: readonly Reminder[]): string {
  return COUNTED.map(({ statuses, words }) => {
    const count = reminders.filter(({ status }) => statuses.some((counted) => counted === status)).length
    return count > 0 && `${count} ${words}`
  })
    .filter(Boolean)
    .join(', ')
}

export function hasFailed({ status }: Reminder): boolean {
  return status === 'FAILED' || status === 'UNKNOWN'
}
