import { ROLE_NAMES, ROLES } from '@astralis/core/people/role'
import { Select } from '../../ui/select.tsx'
import type { Member } from './member.ts'
import { useChangeRole } from './use-member-actions.ts'

/** A member's role, saved as soon as another is chosen; what was refused goes back. */
export function RoleSelect({ member }: { member: Member }) {
  const change = useChangeRole(member)
  return (
    <Select
      aria-label={`Role of ${member.name}`}
      value={change.isPending ? change.variables : member.role}
      // Not disabled meanwhile: that would lose the focus.
      aria-busy={change.isPending}
      onChange={({ target }) => {
        const role = ROLES.find((known) => known === target.value)
        if (role && !change.isPending) change.mutate(role)
      }}
      className="w-32"
    >
      {ROLES.map((role) => (
        <option key={role} value={role}>
          {ROLE_NAMES[role]}
        </option>
      ))}
    </Select>
  )
}
