import postgres from 'postgres'

const TABLES = [
  { name: 'events', key: 'org_id, id' },
  { name: 'participants', key: 'org_id, event_id, email' },
  { name: 'links', key: 'org_id, id' },
] as const
/** As the sync has it. */
const CHUNK_SIZE = 250

interface Chunk {
  events: string
  participants: string
  links: string
}

/**
 * The yardstick of an import: the rows that it wrote, taken away and written again as upserts by the app's role, as many
 * events in a transaction as the sync has, with one statement a table, sent together. No list of Google, no lock, no
 * look at what is there, nothing decided.
 */
export async function createBareImport(databaseUrl: string) {
  const owner = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  const app = postgres(databaseUrl, { max: 1, connection: { role: 'astralis_app', TimeZone: 'UTC' } })
  const upserts = await Promise.all(TABLES.map((table) => upsertOf(owner, table)))
  return {
    /** Writes everything of an organization again; answers with what that took, in milliseconds. */
    async write(orgId: string): Promise<number> {
      const chunks = await readChunks(owner, orgId)
      await owner`delete from links where org_id = ${orgId}`
      await owner`delete from events where org_id = ${orgId}`
      await owner`vacuum analyze events, participants, links`
      const began = performance.now()
      for (const chunk of chunks)
        await app.begin((tx) => [
          tx`select set_config('astralis.org_id', ${orgId}, true)`,
          ...TABLES.map(({ name }, nth) => tx.unsafe(upserts[nth] ?? '', [chunk[name]])),
        ])
      return performance.now() - began
    },
    close: async () => {
      await Promise.all([owner.end({ timeout: 5 }), app.end({ timeout: 5 })])
    },
  }
}

async function upsertOf(sql: postgres.Sql, { name, key }: (typeof TABLES)[number]): Promise<string> {
  const rows = await sql<{ column: string }[]>`
    select quote_ident(column_name) as column from information_schema.columns
    where table_schema = 'public' and table_name = ${name} and is_generated = 'NEVER' order by ordinal_position`
  const columns = rows.map(({ column }) => column)
  const list = columns.join(', ')
  const update = columns.map((column) => `${column} = excluded.${column}`).join(', ')
  return `insert into ${name} (${list}) select ${list} from jsonb_populate_recordset(null::${name}, $1::text::jsonb)
    on conflict (${key}) do update set ${update}`
}

/** The rows of so many events at a time, with their people and links, as JSON. */
async function readChunks(sql: postgres.Sql, orgId: string): Promise<Chunk[]> {
  const ids = await sql<{ id: string }[]>`select id from events where org_id = ${orgId} order by id`
  const chunks: Chunk[] = []
  for (let start = 0; start < ids.length; start += CHUNK_SIZE) {
    const some = ids.slice(start, start + CHUNK_SIZE).map(({ id }) => id)
    const [chunk] = await sql<Chunk[]>`
      select (select jsonb_agg(to_jsonb(e)) from events e where org_id = ${orgId} and id = any(${some}))::text as events,
        (select jsonb_agg(to_jsonb(p)) from participants p where org_id = ${orgId} and event_id = any(${some}))::text
          as participants,
        (select jsonb_agg(to_jsonb(l)) from links l where org_id = ${orgId} and own_id = any(${some}))::text as links`
    if (chunk) chunks.push(chunk)
  }
  return chunks
}
