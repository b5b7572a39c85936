import { z } from 'zod'
import { components } from '../components.ts'
import { signedIn } from './signed-in.ts'
import { instant, nothing, role } from './wire-forms.ts'

const member = z
  .object({
    id: z.uuid(),
    email: z.string(),
    name: z.string(),
    role,
    isActive: z.boolean(),
    timeZone: z.string(),
  })
  .register(components, { id: 'Member', description: 'Somebody with an account in the organization.' })

/** An invitation to join, whoever looks at it. */
const invited = { email: z.string(), role, expiresAt: instant }

export const memberAnswers = {
  'members.list': z.object({ members: z.array(member) }),
  'members.invite': z.object({ invitation: z.object({ id: z.uuid(), ...invited, link: z.string() }) }),
  'members.invitations': z.object({
    invitations: z.array(z.object({ id: z.uuid(), ...invited, createdAt: instant, invitedBy: z.string() })),
  }),
  'members.withdrawInvitation': nothing,
  'members.invitation': z.object({
    invitation: z.object({ ...invited, organizationName: z.string(), invitedBy: z.string() }),
  }),
  'members.acceptInvitation': signedIn,
  'members.update': z.object({ member }),
  'members.transfer': z.object({ meetings: z.int() }),
}
