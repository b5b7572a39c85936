import { MailX, RotateCw } from 'lucide-react'
import { useState } from 'react'
import { formatMoment } from '../../lib/format-time.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useUser } from '../auth/use-user.ts'
import { InviteDialog } from './invite-dialog.tsx'
import type { OpenInvitation } from './member.ts'
import { Person } from './person.tsx'
import { RoleBadge } from './role-badge.tsx'
import { useWithdraw } from './use-member-actions.ts'

/** An invitation to join, which can be made anew or withdrawn. */
export function InvitationRow({ invitation }: { invitation: OpenInvitation }) {
  const { email, role, invitedBy, expiresAt } = invitation
  const { timeZone } = useUser()
  const [asked, setAsked] = useState<'again' | 'withdraw'>()
  const close = () => setAsked(undefined)
  const withdraw = useWithdraw(invitation, close)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2.5 border-t border-line py-3 first:border-t-0 first:pt-0 last:pb-0">
      <Person name={null} email={email}>
        Invited by {invitedBy}, until {formatMoment(expiresAt, timeZone)}
      </Person>
      <RoleBadge role={role} />
      <div className="flex flex-wrap gap-x-1 gap-y-2">
        <Button size="small" variant="ghost" aria-label={`Invite again: ${email}`} onClick={() => setAsked('again')}>
          <RotateCw aria-hidden className="size-4 text-muted" />
          Invite again
        </Button>
        <Button
          size="small"
          variant="danger-ghost"
          aria-label={`Withdraw the invitation of ${email}`}
          onClick={() => setAsked('withdraw')}
        >
          <MailX aria-hidden className="size-4" />
          Withdraw
        </Button>
      </div>
      {asked === 'again' && <InviteDialog earlier={invitation} onClose={close} />}
      {asked === 'withdraw' && (
        <ConfirmDialog
          title={`Withdraw the invitation of ${email}?`}
          confirmLabel="Withdraw"
          keepLabel="Keep it open"
          isBusy={withdraw.isPending}
          onConfirm={() => withdraw.mutate()}
          onClose={close}
        >
          The link leads nowhere from then on. They are not told; they can be invited again at any time.
        </ConfirmDialog>
      )}
    </li>
  )
}
