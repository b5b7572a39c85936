import { sql } from 'drizzle-orm'
import { customType, foreignKey, index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { events } from './events.ts'
import { searchPolicy, tenantPolicy } from './roles.ts'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/**
 * Where an event's words begin, as the search looks for them. Triggers of migration 0020 keep it, whoever writes: it is
 * made of the title, place and description of the event, and of its participants' addresses and names.
 */
export const searchDocuments = pgTable(
  'search_documents',
  {
    orgId: uuid().notNull(),
    eventId: uuid().notNull(),
    words: tsvector().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.eventId] }),
    foreignKey({
      name: 'search_documents_event_fk',
      columns: [table.orgId, table.eventId],
      foreignColumns: [events.orgId, events.id],
    }).onDelete('cascade'),
    // A list of what is not in the index yet is read by every search, so it stays short (kB).
    index('search_documents_words_idx').using('gin', table.words).with({ gin_pending_list_limit: 256 }),
    tenantPolicy(),
    searchPolicy(sql`words @@ current_search()`),
  ],
)
