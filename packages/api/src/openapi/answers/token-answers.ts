import { z } from 'zod'
import { components } from '../components.ts'
import { instant, nothing, role } from './wire-forms.ts'

const token = z
  .object({
    id: z.uuid(),
    name: z.string(),
    role,
    userId: z.uuid(),
    userName: z.string(),
    expiresAt: instant.nullable(),
    lastUsedAt: instant.nullable(),
    createdAt: instant,
  })
  .register(components, {
    id: 'ApiToken',
    description: 'A key of an internal tool. It acts as its owner, with the lesser of both roles.',
  })

export const tokenAnswers = {
  'tokens.create': z.object({ id: z.uuid(), token: z.string() }),
  'tokens.list': z.object({ tokens: z.array(token) }),
  'tokens.revoke': nothing,
}
