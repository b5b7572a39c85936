import type { Database } from '@astralis/db/client'

/** Row-level security, on every table: what is left of tenancy is what the queries say. */
export async function switchOffSecurity(owner: Database): Promise<void> {
  await owner.execute(`
    do $$ declare name text; begin
      for name in select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r' and c.relrowsecurity
      loop execute format('alter table %I no force row level security, disable row level security', name); end loop;
    end $$`)
}

export interface ScopingSwitch {
  /** The statement without its comparisons with the caller's organization. */
  rewrite: (statement: string) => string
  /** What names the organization of rows and had nothing to rewrite. */
  untouched: Set<string>
}

const COMPARISON = /(?:"?\w+"?\.)?"?org_id"? = (\$\d+)(?:::uuid)?/g
const ORGANIZATION = /"organizations"\."id" = (\$\d+)/g

/** The queries’ own scoping: what is left of tenancy is row-level security. Comparisons between columns join rows, and stay. */
export function switchOffScoping(): ScopingSwitch {
  const untouched = new Set<string>()
  return {
    untouched,
    rewrite(statement) {
      const rewritten = [COMPARISON, ORGANIZATION].reduce(
        (text, pattern) => text.replace(pattern, (_match, value: string) => `(${value}::uuid is not null)`),
        statement,
      )
      if (rewritten === statement && statement.includes('org_id')) untouched.add(statement)
      return rewritten
    },
  }
}
