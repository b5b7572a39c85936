import { z } from 'zod'

/** What the document says of a schema beside its shape. */
interface ComponentMeta {
  /** Its name among the components. */
  id: string
  description?: string
  /** Of JSON Schema, where the schema checks more than its shape says. */
  format?: string
  examples?: unknown[]
}

/** Schemas with a name of their own in the OpenAPI document; others refer to them. */
export const components = z.registry<ComponentMeta>()
