import { z } from 'zod'
import { components } from '../components.ts'
import { facts, instant } from './wire-forms.ts'

/** The entry to go on from; null where there is none before. */
const next = z.uuid().nullable()

const entry = z
  .object({
    id: z.uuid(),
    at: instant,
    actor: z.object({ id: z.uuid(), name: z.string(), email: z.string() }).nullable(),
    origin: z.string(),
    action: z.string(),
    entity: z.string(),
    entityId: z.uuid(),
    subject: z.string().nullable(),
    before: facts.nullable(),
    after: facts.nullable(),
  })
  .register(components, { id: 'ActivityEntry', description: 'Who did what, to what, when and from where.' })

export const activityAnswers = {
  'activity.list': z.object({ entries: z.array(entry), next }),
  'activity.export': z.object({ fileName: z.string(), mediaType: z.string(), text: z.string(), next }),
}
