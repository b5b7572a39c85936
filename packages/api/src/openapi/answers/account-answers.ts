import { FIRST_STEPS } from '@astralis/core/people/first-steps'
import { PROVIDERS } from '@astralis/core/sync/provider-name'
import { z } from 'zod'
import { user } from './signed-in.ts'
import { instant, nothing } from './wire-forms.ts'

const identity = z.object({ provider: z.enum(PROVIDERS), accountEmail: z.string(), createdAt: instant })

const session = z.object({
  id: z.uuid(),
  origin: z.string(),
  userAgent: z.string(),
  createdAt: instant,
  lastUsedAt: instant,
  expiresAt: instant,
  isCurrent: z.boolean(),
})

const firstStep = z.object({ name: z.enum(FIRST_STEPS), isDone: z.boolean() })

export const accountAnswers = {
  'account.update': z.object({ user }),
  'account.firstSteps': z.object({ steps: z.array(firstStep) }),
  'account.endFirstSteps': nothing,
  'account.changePassword': nothing,
  'account.identities': z.object({ identities: z.array(identity), canLinkGoogle: z.boolean() }),
  'account.linkGoogle': z.object({ url: z.string() }),
  'account.unlinkGoogle': nothing,
  'sessions.list': z.object({ sessions: z.array(session) }),
  'sessions.revoke': nothing,
  'sessions.revokeOthers': z.object({ ended: z.int() }),
}
