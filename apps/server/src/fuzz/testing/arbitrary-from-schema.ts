import type { z } from 'zod'
import fc from 'fast-check'
import { type Pools, RECURRENCES, ZONES } from './pools.ts'

export type JsonSchema = z.core.JSONSchema.BaseSchema

/** Longer lists than this are left to what is damaged afterwards. */
const MAX_ITEMS = 60
const DAY_MS = 86_400_000
const FAR_INSTANTS = [
  '1970-01-01T00:00:00Z',
  '2199-12-31T23:59:59Z',
  '2030-03-31T02:30:00+01:00',
  '2030-10-27T00:59:59.999999Z',
]
const PATHS = ['/calendar', '/settings?tab=1', '/a/..//b', '/%2e%2e/', '/calendar#x']
const LINKS = ['https://meet.example/1', 'http://127.0.0.1:1/', 'https://user:pass@[::1]:8443/?q=%00#x']

/**
 * Values that keep to a JSON Schema, as far as it says what to keep to: lengths, limits and enumerations with their ends.
 * The rest is told from names: what is called `email` is an address that exists, mostly.
 */
export function arbitraryFromSchema(schema: JsonSchema, pools: Pools, name = ''): fc.Arbitrary<unknown> {
  const { anyOf, type, enum: options } = schema
  if (options) return fc.constantFrom(...options)
  if ('const' in schema) return fc.constant(schema.const)
  if (anyOf) return fc.oneof(...anyOf.map((one) => ofSubschema(one, pools, name)))
  if (Array.isArray(type))
    return fc.oneof(...type.map((one) => arbitraryFromSchema({ ...schema, type: one }, pools, name)))
  if (type === 'object') return objects(schema, pools)
  if (type === 'array') return arrays(schema, pools, name)
  if (type === 'string') return strings(schema, pools, name)
  if (type === 'integer') return integers(schema, name)
  if (type === 'number') return numbers(schema)
  if (type === 'boolean') return fc.boolean()
  if (type === 'null') return fc.constant(null)
  // Any JSON: what refers to a schema of itself.
  return fc.jsonValue({ maxDepth: 3, stringUnit: 'grapheme' })
}

function ofSubschema(schema: boolean | JsonSchema, pools: Pools, name: string): fc.Arbitrary<unknown> {
  return arbitraryFromSchema(typeof schema === 'boolean' ? {} : schema, pools, name)
}

function objects({ properties = {}, required = [], additionalProperties }: JsonSchema, pools: Pools) {
  if (typeof additionalProperties === 'object')
    return fc.dictionary(fc.string({ maxLength: 64 }), arbitraryFromSchema(additionalProperties, pools), { maxKeys: 5 })
  const fields = Object.entries(properties).map(([key, property]) => [key, ofSubschema(property, pools, key)] as const)
  return fc.record(Object.fromEntries(fields), { requiredKeys: required }).map(inOrder)
}

/** What contradicts itself is refused at once: most inputs should get further. */
function inOrder(value: Record<string, unknown>): Record<string, unknown> {
  if ('id' in value && 'token' in value) delete value['scope' in value ? 'token' : 'id']
  for (const [first, last] of [
    ['startsAt', 'endsAt'],
    ['from', 'to'],
  ] as const) {
    const [from, to] = [value[first], value[last]]
    if (typeof from !== 'string' || typeof to !== 'string' || from <= to) continue
    value[first] = to
    value[last] = from
  }
  return value
}

function arrays({ items, minItems = 0, maxItems = MAX_ITEMS }: JsonSchema, pools: Pools, name: string) {
  const item = ofSubschema(Array.isArray(items) ? {} : (items ?? {}), pools, name)
  const most = Math.min(maxItems, MAX_ITEMS)
  return fc
    .oneof(
      { weight: 8, arbitrary: fc.array(item, { minLength: minItems, maxLength: Math.min(most, 4) }) },
      { weight: 1, arbitrary: fc.array(item, { minLength: minItems, maxLength: most, size: 'max' }) },
    )
    .map((list) => uniqueBy(list, 'email', 'date'))
}

/** People are named once in a list, and so are dates. */
function uniqueBy(list: unknown[], ...keys: string[]): unknown[] {
  const seen = new Set<unknown>()
  return list.filter((entry) => {
    const found = keys.map((key) => (entry && typeof entry === 'object' ? Reflect.get(entry, key) : undefined))
    const key = found.find((one) => one !== undefined)
    if (key === undefined) return true
    return !seen.has(key) && seen.add(key)
  })
}

function strings({ format, pattern, minLength = 0, maxLength = 200 }: JsonSchema, pools: Pools, name: string) {
  const plain = fc.oneof(
    { weight: 4, arbitrary: fc.string({ minLength, maxLength: Math.min(maxLength, 40), unit: 'grapheme' }) },
    { weight: 1, arbitrary: fc.constantFrom('x'.repeat(minLength), 'é'.repeat(maxLength), '😀'.repeat(maxLength / 2)) },
  )
  if (format === 'uuid') return fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...pools.idsFor(name)) }, fc.uuid())
  if (format === 'uri') return fc.oneof(fc.constantFrom(...LINKS), fc.webUrl({ withFragments: true }))
  if (/email|participants/i.test(name))
    return fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...pools.emails) },
      { weight: 4, arbitrary: fc.stringMatching(/^[a-z0-9]{1,20}@fuzz\.example$/) },
      fc.emailAddress(),
    )
  if (name === 'date') return dates(pools.now)
  if (/timeZone/.test(name)) return fc.constantFrom(...ZONES)
  if (/recurrence/.test(name)) return fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...RECURRENCES) }, plain)
  if (/token/i.test(name)) return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...pools.tokens) }, plain)
  if (/returnTo/.test(name))
    return fc.oneof(
      fc.constantFrom(...PATHS),
      fc.webPath().map((path) => `/${path}`),
    )
  if (pattern === undefined) return plain
  if (pattern.startsWith('^\\d{4}')) return instants(pools.now)
  return fc.stringMatching(new RegExp(pattern, 'u'))
}

function dates(now: Date) {
  const near = fc
    .integer({ min: -30, max: 60 })
    .map((day) => new Date(now.getTime() + day * DAY_MS).toISOString().slice(0, 10))
  return fc.oneof(
    { weight: 9, arbitrary: near },
    fc.constantFrom('1970-01-01', '2199-12-31', '2028-02-29', '2030-02-30'),
  )
}

/** Around now, on quarters of an hour, so that events meet; rarely at the ends of what is allowed. */
function instants(now: Date) {
  const quarters = fc
    .integer({ min: -14 * 96, max: 60 * 96 })
    .map((quarter) => new Date(now.getTime() - (now.getTime() % DAY_MS) + (quarter * DAY_MS) / 96).toISOString())
  return fc.oneof({ weight: 19, arbitrary: quarters }, fc.constantFrom(...FAR_INSTANTS))
}

function integers({ minimum = 0, maximum = Number.MAX_SAFE_INTEGER, exclusiveMinimum }: JsonSchema, name: string) {
  const min = typeof exclusiveMinimum === 'number' ? exclusiveMinimum + 1 : minimum
  if (name === 'version')
    return fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 3 }) }, fc.constant(maximum))
  return fc.oneof({ weight: 3, arbitrary: fc.integer({ min, max: maximum }) }, fc.constantFrom(min, maximum))
}

function numbers({ minimum = -1e9, maximum = 1e9 }: JsonSchema) {
  return fc.oneof(fc.double({ min: minimum, max: maximum, noNaN: true }), fc.constantFrom(minimum, maximum, 0.1))
}
