import { ROLE_NAMES } from '@astralis/core/people/role'
import { Temporal } from '@astralis/core/temporal'
import { formatDate } from '../../lib/format-time.ts'
import { useNow } from '../../lib/use-now.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { useUser } from '../auth/use-user.ts'
import { Ago } from '../connections/ago.tsx'
import { hasExpired } from './token-expiry.ts'
import type { ApiToken } from './token.ts'

interface TokenRowProps {
  token: ApiToken
  onRevoke: () => void
}

/** One token: what it may, whose it is, until when, and when it was used last. */
export function TokenRow({ token, onRevoke }: TokenRowProps) {
  const { name, role, userId, userName, expiresAt, lastUsedAt, createdAt } = token
  const user = useUser()
  const isExpired = hasExpired(expiresAt, useNow())
  return (
    <li className="flex flex-wrap items-center gap-3 py-3 first:pt-0 last:pb-0">
      <div className="flex min-w-0 flex-[1_1_14rem] flex-col gap-0.5">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium wrap-anywhere text-heading">{name}</span>
          <Badge tone="neutral">{ROLE_NAMES[role]}</Badge>
          {isExpired && <Badge tone="warning">Expired</Badge>}
        </p>
        <p className="text-[0.8125rem] wrap-anywhere text-muted">
          {userId !== user.id && `Of ${userName} · `}
          {expiryText(expiresAt, isExpired, user.timeZone)} ·{' '}
          {lastUsedAt ? (
            <>
              last used <Ago at={lastUsedAt} />
            </>
          ) : (
            'never used'
          )}{' '}
          · made <Ago at={createdAt} />
        </p>
      </div>
      <Button size="small" variant="danger-ghost" className="-mx-3" aria-label={`Revoke ${name}`} onClick={onRevoke}>
        Revoke
      </Button>
    </li>
  )
}

function expiryText(expiresAt: string | null, isExpired: boolean, timeZone: string): string {
  if (expiresAt === null) return 'Does not expire'
  const date = Temporal.Instant.from(expiresAt).toZonedDateTimeISO(timeZone).toPlainDate()
  return `${isExpired ? 'Expired' : 'Expires'} on ${formatDate(date, 'full')}`
}
