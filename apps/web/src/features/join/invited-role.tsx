import { ROLE_DESCRIPTIONS, ROLE_NAMES, type Role } from '@astralis/core/people/role'

/** As what one joins; it is not theirs to choose. */
export function InvitedRole({ role }: { role: Role }) {
  return (
    <p className="rounded-lg border border-line bg-sunken p-3 text-[0.8125rem] text-ink">
      <span className="font-semibold text-heading">Your role: {ROLE_NAMES[role]}.</span> {ROLE_DESCRIPTIONS[role]}
    </p>
  )
}
