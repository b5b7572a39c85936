import { useState } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { InviteForm } from './invite-form.tsx'
import { InvitationLink } from './invitation-link.tsx'
import type { OpenInvitation, SentInvitation } from './member.ts'

interface InviteDialogProps {
  /** An open invitation that is made anew. */
  earlier?: OpenInvitation
  onClose: () => void
}

/** Asks whom to invite as what, and then shows the link, which it does only once. */
export function InviteDialog({ earlier, onClose }: InviteDialogProps) {
  const [sent, setSent] = useState<SentInvitation>()
  if (sent)
    return (
      <Dialog title={`${sent.email} is invited`} keepsOpen onClose={onClose}>
        <InvitationLink invitation={sent} onAnother={() => setSent(undefined)} onDone={onClose} />
      </Dialog>
    )
  return (
    <Dialog title={earlier ? 'Invite again' : 'Invite somebody to join'} firstFocus="input" onClose={onClose}>
      <InviteForm earlier={earlier} onSent={setSent} />
    </Dialog>
  )
}
