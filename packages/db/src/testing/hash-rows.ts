import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'

/** Each table's number of rows and their hash. */
export type RowHashes = Record<string, string>

interface Table extends Record<string, unknown> {
  name: string
  /** By which column its rows belong to an organization; null for a table that belongs to none. */
  tenantColumn: 'org_id' | 'id' | null
}

/**
 * What is in every table, of one organization or of all; needs the owner's eyes. When a session or a token was last used
 * is left out, because reading says it anew.
 */
export async function hashRows(owner: Database, orgId?: string): Promise<RowHashes> {
  const hashes = (await listTables(owner)).flatMap(({ name, tenantColumn }) => {
    if (orgId === undefined) return [hashOf(name, sql.identifier(name), sql`true`)]
    return tenantColumn ? [hashOf(name, sql.identifier(name), sql`${sql.identifier(tenantColumn)} = ${orgId}`)] : []
  })
  const jobs = hashOf('jobs', sql`pgboss.job`, orgId === undefined ? sql`true` : sql`data->>'orgId' = ${orgId}`)
  const rows = await owner.execute<{ name: string; hash: string }>(sql.join([...hashes, jobs], sql` union all `))
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]))
}

function hashOf(name: string, table: SQL | ReturnType<typeof sql.identifier>, condition: SQL): SQL {
  return sql`select ${name}::text as name, count(*) || ' ' || coalesce(md5(string_agg(line, '' order by line)), '') as hash
    from (select (to_jsonb(t) - 'last_used_at')::text as line from ${table} t where ${condition}) as lines`
}

async function listTables(owner: Database): Promise<Table[]> {
  return owner.execute<Table>(sql`
    select c.relname as name,
      case when a.attname is not null then 'org_id' when c.relname = 'organizations' then 'id' end as "tenantColumn"
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    left join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped
    where c.relkind = 'r' order by 1`)
}
