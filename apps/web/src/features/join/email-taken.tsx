import { Link } from '@tanstack/react-router'
import { Banner } from '../../ui/banner.tsx'
import type { JoinInvitation } from './join-invitation.ts'

/** The address has an account, which an invitation must not touch: what to do instead. */
export function EmailTaken({ invitation: { email, invitedBy } }: { invitation: JoinInvitation }) {
  return (
    <Banner tone="error" title="There is an account with this address already">
      <p className="wrap-anywhere">
        An address has one account, and {email} has one, which stays as it is.{' '}
        <Link to="/sign-in" className="font-medium underline underline-offset-2">
          Sign in
        </Link>{' '}
        to use it; to join here as well, ask {invitedBy} to invite another address of yours.
      </p>
    </Banner>
  )
}
