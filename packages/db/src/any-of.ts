import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

/** `column` is one of `values`; one parameter however many there are, so the statement keeps its plan (client.ts). */
export function anyOf(column: PgColumn, values: readonly string[]): SQL {
  const type = sql.raw(`${column.getSQLType()}[]`)
  return sql`${column} = any(${sql.param(values)}::${type})`
}
