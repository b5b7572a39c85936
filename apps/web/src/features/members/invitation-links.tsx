import { ROLE_NAMES } from '@astralis/core/people/role'
import { formatMoment } from '../../lib/format-time.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { CopyField } from '../../ui/copy-field.tsx'
import { useUser } from '../auth/use-user.ts'
import { MailNote } from './mail-note.tsx'
import type { SentInvitation } from './member.ts'
import type { Invited } from './use-invite.ts'

interface InvitationLinksProps {
  invited: Invited & { sent: [SentInvitation, ...SentInvitation[]] }
  onAnother: () => void
  onDone: () => void
}

/** The links of invitations that were just made, each to be passed on to its person, and whom it was refused for. */
export function InvitationLinks({ invited: { sent, refused }, onAnother, onDone }: InvitationLinksProps) {
  const [{ role, expiresAt }] = sent
  const { timeZone } = useUser()
  return (
    <div className="flex flex-col gap-4">
      {refused.length > 0 && (
        <Banner tone="warning" title="Not invited">
          {refused.map(({ email, message }) => (
            <p key={email} className="wrap-anywhere">
              {email}: {message}
            </p>
          ))}
        </Banner>
      )}
      <p className="text-muted">
        As {ROLE_NAMES[role].toLowerCase()}. <MailNote count={sent.length} />
      </p>
      <ul aria-label="Links to join" className="flex flex-col">
        {sent.map(({ id, email, link }) => (
          <li key={id}>
            <CopyField label={email} value={link} />
          </li>
        ))}
      </ul>
      <p className="text-[0.8125rem] text-muted">
        Each works once, for its address only, until {formatMoment(expiresAt, timeZone)}. They are shown only now.
      </p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onAnother}>Invite others</Button>
        <Button variant="primary" onClick={onDone}>
          Done
        </Button>
      </div>
    </div>
  )
}
