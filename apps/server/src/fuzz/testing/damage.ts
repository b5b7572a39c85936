import fc from 'fast-check'
import { HOSTILE_KEYS, HOSTILE_VALUES, toJson } from './hostile-values.ts'

const MAX_REPEATED_CHARACTERS = 2_000_000

type Container = Record<string, unknown> | unknown[]

/** One thing that is wrong with an input, somewhere in it. */
type Damage =
  | { kind: 'replace'; value: unknown }
  | { kind: 'remove' }
  | { kind: 'wrap' }
  | { kind: 'repeat'; times: number }
  | { kind: 'add'; key: string; value: unknown }

const hostileValue = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...HOSTILE_VALUES) },
  fc.jsonValue({ maxDepth: 2 }),
  fc.string({ unit: 'binary' }),
)

const damage: fc.Arbitrary<Damage> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('replace' as const), value: hostileValue }) },
  fc.constant({ kind: 'remove' } as const),
  fc.constant({ kind: 'wrap' } as const),
  fc.record({ kind: fc.constant('repeat' as const), times: fc.constantFrom(2, 30, 600, 3000) }),
  fc.record({ kind: fc.constant('add' as const), key: fc.constantFrom(...HOSTILE_KEYS), value: hostileValue }),
)

/** Most inputs as they are, the others with one or two things wrong. */
export function withDamage(input: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const places = fc.array(fc.record({ at: fc.nat(), damage }), { minLength: 1, maxLength: 2 })
  const damaged = fc.tuple(input, places).map(([value, list]) => {
    const root = { input: structuredClone(value) }
    for (const { at, damage } of list) applyTo(root, at, damage)
    return root.input
  })
  return fc.oneof({ weight: 3, arbitrary: input }, { weight: 2, arbitrary: damaged })
}

function applyTo(root: Container, at: number, damage: Damage): void {
  const places = placesIn(root)
  const place = places[at % places.length]
  if (!place) return
  const { container, key } = place
  const value: unknown = Reflect.get(container, key)
  if (damage.kind === 'replace') Reflect.set(container, key, structuredClone(damage.value))
  else if (damage.kind === 'remove') Reflect.deleteProperty(container, key)
  else if (damage.kind === 'wrap') Reflect.set(container, key, [value])
  else if (damage.kind === 'repeat')
    Reflect.set(container, key, repeat(Array.isArray(value) ? value[0] : value, damage.times))
  else if (value && typeof value === 'object')
    // Defined rather than set: `__proto__` has to be a key like others.
    Object.defineProperty(value, damage.key, { value: damage.value, enumerable: true, configurable: true })
}

/**
 * As often as it makes a body that is refused for its size: what is larger tells nothing more, and no string holds it. Each
 * is one of its own, or a second damage would be done to all.
 */
function repeat(value: unknown, times: number): unknown[] {
  const { length } = toJson(value ?? null)
  return Array.from({ length: Math.min(times, Math.ceil(MAX_REPEATED_CHARACTERS / length)) }, () =>
    structuredClone(value),
  )
}

/** Where there is something to damage, the whole input among it. */
function placesIn(container: Container): { container: Container; key: string }[] {
  return Object.entries(container).flatMap(([key, value]: [string, unknown]) => {
    const here = { container, key }
    return isContainer(value) ? [here, ...placesIn(value)] : [here]
  })
}

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null
}
