import { ROLE_NAMES, type Role } from '@astralis/core/people/role'
import { Badge } from '../../ui/badge.tsx'
import { ROLE_TONES } from './member.ts'

export function RoleBadge({ role }: { role: Role }) {
  return <Badge tone={ROLE_TONES[role]}>{ROLE_NAMES[role]}</Badge>
}
