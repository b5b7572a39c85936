import { ROLE_DESCRIPTIONS, ROLES } from '@astralis/core/people/role'
import { Card } from '../../ui/card.tsx'
import { RoleBadge } from './role-badge.tsx'

/** What the roles mean. */
export function RoleGuide() {
  return (
    <Card title="What each role may do">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2.5">
        {ROLES.map((role) => (
          <div key={role} className="col-span-2 grid grid-cols-subgrid items-start">
            <dt>
              <RoleBadge role={role} />
            </dt>
            <dd className="pt-0.5 text-[0.8125rem] leading-5 text-muted">{ROLE_DESCRIPTIONS[role]}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
