import { index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'

/**
 * How often something was tried, counted for all servers together. It belongs to no organization: somebody who signs in has
 * none yet. Whose attempts they are is only there as a hash.
 */
export const rateLimits = pgTable(
  'rate_limits',
  {
    /** SHA-256 of what is limited and by whom. */
    key: text().primaryKey(),
    attempts: integer().notNull(),
    resetsAt: instant().notNull(),
  },
  (table) => [index('rate_limits_resets_idx').on(table.resetsAt)],
)
