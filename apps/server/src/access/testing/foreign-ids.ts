import { randomUUID } from 'node:crypto'
import { type IdField, idFieldsOf, valueAt, withValueAt } from './id-fields.ts'
import { newSecret } from './members.ts'

/** An id, address, link or key of the same form that nobody has. */
export function missing(kind: IdField['kind'], value: string): string {
  if (kind === 'email') return value.replace('.example', '-nobody.example')
  if (kind === 'token') return `${value.slice(0, value.indexOf('.'))}.${newSecret()}`
  return randomUUID()
}

/** The input with every id in it exchanged for one that nobody has. */
export function withMissingIds(schema: unknown, input: unknown): unknown {
  let changed = input
  for (const { path, kind } of idFieldsOf(schema)) {
    const value = valueAt(input, path)
    if (typeof value === 'string') changed = withValueAt(changed, path, missing(kind, value))
  }
  return changed
}

/** The ids that stand in an input. */
export function idsIn(schema: unknown, input: unknown): string[] {
  return idFieldsOf(schema).flatMap(({ path }) => {
    const value = valueAt(input, path)
    return typeof value === 'string' ? [value] : []
  })
}

/** An answer without what differs from call to call: the values sent, new ids and secrets, and times. */
export function normalise(text: string, values: readonly string[]): string {
  return [...values]
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, value) => rest.replaceAll(value, '<value>'), text)
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<id>')
    .replace(/\d{4}-\d\d-\d\d(T[\d:.]+Z?)?/g, '<time>')
    .replace(/[\w-]{43}/g, '<secret>')
}
