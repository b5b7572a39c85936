/** Where in an input something is named that belongs to an organization; `0` stands for every element of a list. */
export interface IdField {
  path: readonly string[]
  kind: 'uuid' | 'email' | 'token' | 'key'
}

/** Where a stream goes on: a number of the database's, the same for everybody, which names nothing. */
const PLACES = new Set(['lastEventId'])

/** Every such field of a Zod schema, whatever it is wrapped in. */
export function idFieldsOf(schema: unknown): IdField[] {
  const fields = new Map(walk(schema, []).map((field) => [field.path.join('.'), field]))
  return [...fields.values()]
}

function walk(schema: unknown, path: readonly string[]): IdField[] {
  const def = definitionOf(schema)
  if (def === null) return []
  const type = def('type')
  if (type === 'string') return leaf(path, def('format'))
  if (type === 'object')
    return Object.entries(asObject(def('shape'))).flatMap(([name, inner]) => walk(inner, [...path, name]))
  if (type === 'array') return walk(def('element'), [...path, '0'])
  const inner = [def('innerType'), def('in'), def('out'), ...asList(def('options'))]
  return inner.flatMap((one) => walk(one, path))
}

function leaf(path: readonly string[], format: unknown): IdField[] {
  const name = path.findLast((part) => part !== '0') ?? ''
  if (format === 'uuid' || format === 'guid') return [{ path, kind: 'uuid' }]
  if (format === 'email') return [{ path, kind: 'email' }]
  if (/token$/i.test(name)) return [{ path, kind: 'token' }]
  if (/key$/i.test(name)) return [{ path, kind: 'key' }]
  if (/(^id|Ids?)$/.test(name) && !PLACES.has(name))
    throw new Error(`${path.join('.')} looks like an id, and is a string of no known form.`)
  return []
}

/** Zod 4 keeps what a schema is made of in `_zod.def`. */
function definitionOf(schema: unknown): ((key: string) => unknown) | null {
  const def = fieldOf(fieldOf(schema, '_zod'), 'def')
  return typeof def === 'object' && def !== null ? (key) => fieldOf(def, key) : null
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** What an input has at a path; undefined where it has nothing. */
export function valueAt(input: unknown, [first, ...rest]: readonly string[]): unknown {
  if (first === undefined) return input
  return valueAt(fieldOf(input, first), rest)
}

/** The input with another value at a path. */
export function withValueAt(input: unknown, [first, ...rest]: readonly string[], value: unknown): unknown {
  if (first === undefined) return value
  if (Array.isArray(input))
    return input.map((one, index) => (String(index) === first ? withValueAt(one, rest, value) : one))
  const object = asObject(input)
  return { ...object, [first]: withValueAt(object[first], rest, value) }
}
