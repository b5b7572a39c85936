import { badRequest } from './google-error.ts'

/** Which fields are told: an empty map means all of what is below. */
type Mask = Map<string, Mask>

/** What `fields` leaves of an answer (Google: "Partial response"): `a,b/c,d(e,f)`. Throws GoogleError. */
export function selectFields(body: object, fields: string | null): object {
  if (fields === null || fields === '*') return body
  const [mask, rest] = readMask(fields)
  if (rest !== '') throw badRequest(`Invalid field selection ${fields}`, 'invalidParameter')
  const selected = select(body, mask)
  return typeof selected === 'object' && selected !== null ? selected : {}
}

function readMask(text: string): [Mask, string] {
  const mask: Mask = new Map()
  let rest = text
  for (;;) {
    const [name] = /^[\w*/-]+/.exec(rest) ?? []
    if (name === undefined) throw badRequest(`Invalid field selection ${rest}`, 'invalidParameter')
    rest = rest.slice(name.length)
    let at = mask
    for (const part of name.split('/')) {
      const below = at.get(part) ?? new Map()
      at.set(part, below)
      at = below
    }
    if (rest.startsWith('(')) {
      const [below, after] = readMask(rest.slice(1))
      if (!after.startsWith(')')) throw badRequest(`Invalid field selection ${text}`, 'invalidParameter')
      for (const [key, value] of below) at.set(key, value)
      rest = after.slice(1)
    }
    if (!rest.startsWith(',')) return [mask, rest]
    rest = rest.slice(1)
  }
}

function select(value: unknown, mask: Mask): unknown {
  if (mask.size === 0 || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => select(item, mask))
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      const below = mask.get(key) ?? mask.get('*')
      return below ? [[key, select(item, below)]] : []
    }),
  )
}
