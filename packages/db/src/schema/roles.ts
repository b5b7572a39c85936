import { type SQL, sql } from 'drizzle-orm'
import { pgPolicy, pgRole } from 'drizzle-orm/pg-core'

/** What the server and the worker's tenant jobs run as: sees one organization at a time, owns nothing. */
export const appRole = pgRole('astralis_app').existing()

/** What the worker's sweeps run as: sees every organization, through policies of its own. */
export const sweepRole = pgRole('astralis_sweep').existing()

/** What looks for words: of events it sees when they are, and of their documents those that the search finds. */
export const searchRole = pgRole('astralis_search').existing()

/** Rows of the organization that the transaction named with `set_config('astralis.org_id', …, true)`. */
export function tenantPolicy(column: 'org_id' | 'id' = 'org_id') {
  const isOwn = sql`${sql.identifier(column)} = current_org_id()`
  return pgPolicy('tenant', { for: 'all', to: appRole, using: isOwn, withCheck: isOwn })
}

/** A search sees the rows of the organization, too, and of them what `condition` lets it. */
export const searchPolicy = (condition?: SQL) =>
  pgPolicy('search', {
    for: 'select',
    to: searchRole,
    using: sql`org_id = current_org_id()${condition && sql` and ${condition}`}`,
  })

/** A sweep only looks for organizations with work to do; the work itself runs as the organization. */
export const sweepPolicy = () => pgPolicy('sweep', { for: 'select', to: sweepRole, using: sql`true` })
