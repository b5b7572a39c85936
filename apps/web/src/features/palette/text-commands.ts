import { Temporal } from '@astralis/core/temporal'
import { CalendarDays, CalendarPlus } from 'lucide-react'
import { formatDate, formatWhen } from '../../lib/format-time.ts'
import { toSpan } from '../events/event-form-values.ts'
import type { Understanding } from '../quick-add/understand.ts'
import type { Command } from './command.ts'

/** Words that ask for a date, and nothing else. */
export const GO_TO = /^\s*(?:go\s*to|goto|jump to|show|gehe? zu[mr]?|zeige?)\s+/iu

interface TextCommand {
  command: Command
  isLikely: boolean
}

interface Outcome {
  onDate: (date: string) => void
  onQuickAdd: (text: string) => void
}

/** What a text may be meant as: a date to go to, and an event to create. `meant` is of the text without "go to". */
export function textCommands(text: string, meant: Understanding, { onDate, onQuickAdd }: Outcome): TextCommand[] {
  const asksForDate = GO_TO.test(text)
  const saysDate = !meant.assumed.includes('day')
  const isOnlyDate = saysDate && meant.title === '' && meant.people.length === 0
  const found: TextCommand[] = []
  if (isOnlyDate || (asksForDate && saysDate)) {
    const { date } = meant.startsAt
    found.push({
      isLikely: true,
      command: {
        id: 'date',
        group: 'Go to',
        label: `Go to ${formatDate(Temporal.PlainDate.from(date), 'full')}`,
        keywords: [],
        icon: CalendarDays,
        run: () => onDate(date),
      },
    })
  }
  if (asksForDate) return found
  found.push({
    // A word or two are more often looked for than planned; with a day or a time it is an event.
    isLikely: saysDate && !isOnlyDate,
    command: {
      id: 'create from text',
      group: 'Create',
      label: `Create “${meant.title || text.trim()}”`,
      detail: saysDate ? whenOf(meant) : undefined,
      keywords: [],
      icon: CalendarPlus,
      run: () => onQuickAdd(text),
      keepsOpen: true,
    },
  })
  return found
}

function whenOf(meant: Understanding): string | undefined {
  const { startsAt, endsAt } = toSpan(meant)
  if (startsAt === null || endsAt === null) return undefined
  return formatWhen({ startsAt, endsAt, allDay: meant.allDay, timeZone: meant.timeZone }, meant.timeZone)
}
