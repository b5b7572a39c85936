import { CircleCheck, CircleHelp, CircleX, Clock, LoaderCircle, Minus, type LucideIcon } from 'lucide-react'
import type { Tone } from '../../ui/badge.tsx'
import type { Reminder } from './reminder-groups.ts'

/** How each state of a reminder is named and drawn. */
export const REMINDER_LOOKS: Record<Reminder['status'], { label: string; tone: Tone; icon: LucideIcon }> = {
  PENDING: { label: 'To come', tone: 'neutral', icon: Clock },
  CLAIMED: { label: 'Being sent', tone: 'info', icon: LoaderCircle },
  SENT: { label: 'Sent', tone: 'success', icon: CircleCheck },
  SKIPPED: { label: 'Left out', tone: 'neutral', icon: Minus },
  FAILED: { label: 'Failed', tone: 'error', icon: CircleX },
  UNKNOWN: { label: 'In doubt', tone: 'warning', icon: CircleHelp },
}

/** Why a reminder was not sent although nothing failed. */
export const SKIP_WORDS: Record<NonNullable<Reminder['skipReason']>, string> = {
  CANCELLED: 'The event was cancelled.',
  CHANGED: 'The event was changed.',
  NOT_TAKING_PART: 'They do not take part.',
  STARTED: 'The event had begun already.',
  NEARER_REMINDER: 'A nearer reminder was sent in its place.',
  SUPERSEDED: 'A later mail said it all.',
  NOTHING_NEW: 'There was nothing new to say.',
  NEVER_INVITED: 'They had not been invited.',
  NOT_NEEDED: 'It was not needed any more.',
}
