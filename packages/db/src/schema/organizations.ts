import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import { sweepPolicy, tenantPolicy } from './roles.ts'

/** A tenant: everything else belongs to exactly one. */
export const organizations = pgTable(
  'organizations',
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    createdAt: instant().notNull(),
  },
  () => [tenantPolicy('id'), sweepPolicy()],
)
