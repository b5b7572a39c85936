import type { AcceptInvitationInput } from '@astralis/core/people/member-input'
import { takeOpenInvitation } from '@astralis/db/queries/member-invitations'
import { insertUser } from '@astralis/db/queries/users'
import { recordActivity } from '../activity/record-activity.ts'
import { hashToken } from '../auth/org-token.ts'
import { hashPassword } from '../auth/password.ts'
import { presentUser } from '../auth/present-user.ts'
import { endPrevious, startSession } from '../auth/sessions.ts'
import type { SignedIn } from '../auth/sign-up.ts'
import type { Browser, Runtime } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { databaseConstraint, inOrganization } from '../transaction.ts'
import { linkIsNotValid, openInvitation } from './open-invitation.ts'

/**
 * Joins an organization with the address and the role that were invited, and signs in. Of two who accept at once one joins.
 * An account that the address has, here or elsewhere, stays as it is: throws EMAIL_TAKEN, and the invitation stays open.
 */
export async function acceptInvitation(guest: Runtime & Browser, input: AcceptInvitationInput): Promise<SignedIn> {
  const { token, name } = input
  const { orgId, organizationName, timeZone: ofInviter } = await openInvitation(guest, token)
  const passwordHash = await hashPassword(input.password)
  try {
    const joined = await inOrganization(guest, orgId, async (tx) => {
      const createdAt = guest.clock()
      const invitation = await takeOpenInvitation(tx, orgId, hashToken(token), createdAt)
      if (!invitation) throw linkIsNotValid()
      const { email, role } = invitation
      const user = { orgId, id: guest.newId(), email, name, role, timeZone: input.timeZone ?? ofInviter }
      const actor = { ...user, userId: user.id, organizationName }
      await insertUser(tx, { ...user, passwordHash, isNew: true, createdAt })
      const session = await startSession(tx, guest, user)
      await recordActivity(tx, { ...guest, actor }, [
        { action: 'member.joined', entityId: user.id, after: { email, name, role, invitation: invitation.id } },
      ])
      return { user: presentUser(actor), session }
    })
    await endPrevious(guest)
    return joined
  } catch (error) {
    if (databaseConstraint(error) !== 'users_email_unique') throw error
    throw emailTaken()
  }
}

function emailTaken(): ServiceError {
  const message =
    'There is an account with this e-mail address already, and one address has one account. Ask for an invitation to another address.'
  return new ServiceError('EMAIL_TAKEN', message, { fields: { email: message } })
}
