import type { Presence } from '@astralis/core/slots/suggestion'
import { CircleCheck, CircleX, MoonStar, type LucideIcon } from 'lucide-react'

interface Look {
  label: string
  icon: LucideIcon
  className: string
}

/** How it is named and drawn whether somebody can come. */
export const PRESENCE_LOOKS: Record<Presence, Look> = {
  available: { label: 'Free', icon: CircleCheck, className: 'text-success' },
  busy: { label: 'Busy', icon: CircleX, className: 'text-error-strong' },
  'outside-hours': { label: 'Outside hours', icon: MoonStar, className: 'text-warning' },
}
