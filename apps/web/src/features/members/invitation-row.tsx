import { MailX, RotateCw } from 'lucide-react'
import { useState } from 'react'
import { formatMoment } from '../../lib/format-time.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useUser } from '../auth/use-user.ts'
import { InviteDialog } from './invite-dialog.tsx'
import type { OpenInvitation } from './member.ts'
import { PersonRow } from './person-row.tsx'
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
    <PersonRow
      name={null}
      email={email}
      note={`Invited by ${invitedBy}, until ${formatMoment(expiresAt, timeZone)}`}
      role={<RoleBadge role={role} />}
      actions={
        <>
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
        </>
      }
    >
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
    </PersonRow>
  )
}
