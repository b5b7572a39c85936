import { useState } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { InviteForm } from './invite-form.tsx'
import { InvitationLink } from './invitation-link.tsx'
import { InvitationLinks } from './invitation-links.tsx'
import type { OpenInvitation } from './member.ts'
import type { Invited } from './use-invite.ts'

interface InviteDialogProps {
  /** An open invitation that is made anew. */
  earlier?: OpenInvitation
  onClose: () => void
}

/** Asks whom to invite as what, and then shows the links, which it does only once. */
export function InviteDialog({ earlier, onClose }: InviteDialogProps) {
  const [invited, setInvited] = useState<Invited>()
  const [only, ...others] = invited?.sent ?? []
  if (!invited || !only)
    return (
      <Dialog title={earlier ? 'Invite again' : 'Invite people to join'} firstFocus="textarea" onClose={onClose}>
        <InviteForm earlier={earlier} onSent={setInvited} />
      </Dialog>
    )
  const again = () => setInvited(undefined)
  const isAlone = others.length === 0 && invited.refused.length === 0
  return (
    <Dialog title={isAlone ? `${only.email} is invited` : titleOf(invited)} keepsOpen onClose={onClose}>
      {isAlone ? (
        <InvitationLink invitation={only} onAnother={again} onDone={onClose} />
      ) : (
        <InvitationLinks invited={{ ...invited, sent: [only, ...others] }} onAnother={again} onDone={onClose} />
      )}
    </Dialog>
  )
}

function titleOf({ sent, refused }: Invited): string {
  const count = sent.length + refused.length
  return refused.length === 0 ? `${count} people are invited` : `${sent.length} of ${count} people are invited`
}
