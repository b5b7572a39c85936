import { ROLE_NAMES } from '@astralis/core/people/role'
import { formatMoment } from '../../lib/format-time.ts'
import { Button } from '../../ui/button.tsx'
import { CopyField } from '../../ui/copy-field.tsx'
import { useUser } from '../auth/use-user.ts'
import { MailNote } from './mail-note.tsx'
import type { SentInvitation } from './member.ts'

interface InvitationLinkProps {
  invitation: SentInvitation
  onAnother: () => void
  onDone: () => void
}

/** The link of an invitation that was just made, to be passed on by whatever way is at hand. */
export function InvitationLink({ invitation, onAnother, onDone }: InvitationLinkProps) {
  const { role, expiresAt, link } = invitation
  const { timeZone } = useUser()
  return (
    <div className="flex flex-col gap-4">
      <p className="text-muted">
        As {ROLE_NAMES[role].toLowerCase()}. <MailNote count={1} />
      </p>
      <div>
        <CopyField label="Link to join" value={link} />
        <p className="text-[0.8125rem] text-muted">
          It works once, for this address only, until {formatMoment(expiresAt, timeZone)}. It is shown only now.
        </p>
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onAnother}>Invite another</Button>
        <Button variant="primary" onClick={onDone}>
          Done
        </Button>
      </div>
    </div>
  )
}
