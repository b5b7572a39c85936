import type { ActivityEntity } from '@astralis/core/activity/activity-entity'
import {
  BellRing,
  Building2,
  CalendarClock,
  CalendarSync,
  CircleUser,
  Clock,
  KeyRound,
  LogIn,
  type LucideIcon,
  MailPlus,
  Repeat,
  ScrollText,
  Users,
} from 'lucide-react'

interface EntityLook {
  /** In a list of what to look for. */
  label: string
  icon: LucideIcon
}

/** How each kind of thing is named and drawn. */
export const ENTITY_LOOKS: Record<ActivityEntity, EntityLook> = {
  event: { label: 'Events', icon: CalendarClock },
  series: { label: 'Repeating events', icon: Repeat },
  availability: { label: 'Availability', icon: Clock },
  reminders: { label: 'Reminders', icon: BellRing },
  connection: { label: 'Linked calendars', icon: CalendarSync },
  organization: { label: 'Organization', icon: Building2 },
  member: { label: 'Members', icon: Users },
  invitation: { label: 'Invitations to join', icon: MailPlus },
  account: { label: 'Accounts', icon: CircleUser },
  session: { label: 'Sign-ins', icon: LogIn },
  token: { label: 'API tokens', icon: KeyRound },
}

/** Of a kind that this version does not know yet, too. */
export function iconOf(entity: string): LucideIcon {
  return isEntity(entity) ? ENTITY_LOOKS[entity].icon : ScrollText
}

function isEntity(entity: string): entity is ActivityEntity {
  return Object.hasOwn(ENTITY_LOOKS, entity)
}
