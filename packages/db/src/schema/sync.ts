import { ACCESS_ROLES } from '@astralis/core/sync/access-role'
import type { SyncBase } from '@astralis/core/sync/decide'
import { SIDES, WRITE_ACCESS } from '@astralis/core/sync/remote-item'
import { SYNC_DIRECTIONS } from '@astralis/core/sync/sync-direction'
import { sql } from 'drizzle-orm'
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import { connections } from './connections.ts'
import { organizations } from './organizations.ts'
import { sweepPolicy, tenantPolicy } from './roles.ts'

export const accessRole = pgEnum('access_role', ACCESS_ROLES)
export const writeAccess = pgEnum('write_access', WRITE_ACCESS)
export const side = pgEnum('side', SIDES)
export const syncDirection = pgEnum('sync_direction', SYNC_DIRECTIONS)

/**
 * A calendar of a linked account, and how far it has been read. The row is the truth: a job only says that it is time to
 * look (ADR 13). `syncToken` is where the list of changes goes on; while everything is listed it is null, and links that
 * were seen carry `generation`.
 */
export const calendars = pgTable(
  'calendars',
  {
    orgId: uuid()
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    connectionId: uuid().notNull(),
    remoteId: text().notNull(),
    name: text().notNull(),
    timeZone: text().notNull(),
    accessRole: accessRole().notNull(),
    isPrimary: boolean().notNull(),
    isSelected: boolean().notNull(),
    syncToken: text(),
    pageToken: text(),
    generation: integer().notNull().default(0),
    /** Something may have changed there since it was last read. */
    pullRequestedAt: instant(),
    pulledAt: instant(),
    /** Items read by the pull that runs, or ran last. */
    pulledItems: integer().notNull().default(0),
    /** Of the job that has it: whoever takes it over writes another, and the first one's writes find nothing. */
    claim: uuid(),
    channelId: uuid(),
    /** SHA-256 */
    channelTokenHash: text(),
    channelResourceId: text(),
    channelExpiresAt: instant(),
    /** When to ask for notifications (again). */
    watchAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    unique('calendars_remote_unique').on(table.orgId, table.connectionId, table.remoteId),
    foreignKey({
      name: 'calendars_connection_fk',
      columns: [table.orgId, table.connectionId],
      foreignColumns: [connections.orgId, connections.id],
    }).onDelete('cascade'),
    tenantPolicy(),
    sweepPolicy(),
  ],
)

/**
 * An item that is here and in a linked calendar. `ownId` is the id of the event or series, `originalStartsAt` the slot of
 * an exception; no foreign key leads there, because a link has to outlive what was deleted here until that is known
 * there too.
 */
export const links = pgTable(
  'links',
  {
    orgId: uuid()
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    calendarId: uuid().notNull(),
    /** Null until it is written there for the first time. */
    remoteId: text(),
    /** How many ids were used up there. */
    idGeneration: integer().notNull().default(0),
    /** Of what can not be read, the one that it will have here. */
    ownId: uuid().notNull(),
    originalStartsAt: instant(),
    /** The id there of the series of an exception. */
    seriesRemoteId: text(),
    icalUid: text(),
    etag: text(),
    webLink: text(),
    owner: side().notNull(),
    writeAccess: writeAccess().notNull(),
    /** Both forms as they last agreed; null before. */
    base: jsonb().$type<SyncBase>(),
    /** The full list that it was last seen in. */
    generation: integer().notNull().default(0),
    /** Changed here, and not yet known there. */
    pushRequestedAt: instant(),
    /** Why it does not take part for now. */
    problem: text(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    uniqueIndex('links_remote_unique').on(table.orgId, table.calendarId, table.remoteId),
    unique('links_own_unique')
      .on(table.orgId, table.calendarId, table.ownId, table.originalStartsAt)
      .nullsNotDistinct(),
    foreignKey({
      name: 'links_calendar_fk',
      columns: [table.orgId, table.calendarId],
      foreignColumns: [calendars.orgId, calendars.id],
    }).onDelete('cascade'),
    index('links_own_idx').on(table.orgId, table.ownId),
    index('links_series_idx').on(table.orgId, table.calendarId, table.seriesRemoteId),
    index('links_uid_idx')
      .on(table.orgId, table.icalUid)
      .where(sql`${table.icalUid} is not null`),
    index('links_waiting_idx')
      .on(table.orgId, table.calendarId)
      .where(sql`${table.pushRequestedAt} is not null`),
    tenantPolicy(),
    sweepPolicy(),
  ],
)

/** Append-only: what was pulled and pushed, and what was decided (G5). */
export const syncEntries = pgTable(
  'sync_entries',
  {
    orgId: uuid()
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    at: instant().notNull(),
    connectionId: uuid().notNull(),
    /** Null for what concerns the whole account. */
    calendarId: uuid(),
    direction: syncDirection().notNull(),
    outcome: text().notNull(),
    /** An event by which it can be opened; null where there is none. */
    eventId: uuid(),
    title: text(),
    detail: jsonb().$type<Record<string, unknown>>(),
    /** Somebody should look at it. */
    needsAttention: boolean().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    index('sync_entries_connection_idx').on(table.orgId, table.connectionId, table.at),
    foreignKey({
      name: 'sync_entries_connection_fk',
      columns: [table.orgId, table.connectionId],
      foreignColumns: [connections.orgId, connections.id],
    }).onDelete('cascade'),
    tenantPolicy(),
  ],
)
