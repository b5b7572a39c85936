import type { FirstStepName } from '@astralis/core/people/first-steps'
import { CalendarCheck, CalendarSync, Clock, UserPlus, type LucideIcon } from 'lucide-react'

/** What the steps are called in the list of them. */
export const STEP_WORDS: Record<FirstStepName, { label: string; icon: LucideIcon }> = {
  HOURS: { label: 'Your hours', icon: Clock },
  CALENDAR: { label: 'Your calendar', icon: CalendarSync },
  COLLEAGUES: { label: 'Your colleagues', icon: UserPlus },
  MEETING: { label: 'A first meeting', icon: CalendarCheck },
}
