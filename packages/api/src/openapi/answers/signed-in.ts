import { z } from 'zod'
import { components } from '../components.ts'
import { role } from './wire-forms.ts'

export const user = z
  .object({
    id: z.uuid(),
    email: z.string(),
    name: z.string(),
    role,
    timeZone: z.string(),
    organization: z.object({ id: z.uuid(), name: z.string() }),
  })
  .register(components, { id: 'User', description: 'The caller.' })

export const signedIn = z.object({ user, usesOutbox: z.boolean() }).register(components, {
  id: 'SignedIn',
  description: '`usesOutbox`: no mail service is set up, and mail can be read in the outbox.',
})
