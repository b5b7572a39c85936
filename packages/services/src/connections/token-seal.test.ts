import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encryptionKeysSchema } from './encryption-keys.ts'
import { createTokenSeal, type SealedPlace } from './token-seal.ts'

const place: SealedPlace = { table: 'connections', id: 'c1', column: 'refresh_token', orgId: 'o1', provider: 'GOOGLE' }
const one = { id: 'one', key: randomBytes(32) }
const two = { id: 'two', key: randomBytes(32) }
const seal = createTokenSeal([one], randomBytes)

describe('security: sealed tokens', () => {
  it('open where they were sealed, and look different each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (token) => {
        const sealed = seal.seal(token, place)
        expect(seal.open(sealed, place)).toBe(token)
        expect(seal.seal(token, place)).not.toBe(sealed)
      }),
    )
  })

  it('open at no other place', () => {
    const field = fc.constantFrom<keyof SealedPlace>('id', 'column', 'orgId', 'provider')
    fc.assert(
      fc.property(field, fc.string(), (name, value) => {
        fc.pre(place[name] !== value)
        expect(() => seal.open(seal.seal('token', place), { ...place, [name]: value })).toThrow(/does not belong/)
      }),
    )
    expect(() => seal.open(seal.seal('token', place), { ...place, table: 'authorizations' })).toThrow(/does not belong/)
  })

  it('do not open with any bit of them changed', () => {
    const sealed = seal.seal('token', place)
    for (let index = 0; index < sealed.length; index++)
      for (let bit = 0; bit < 7; bit++) {
        const changed = String.fromCharCode(sealed.charCodeAt(index) ^ (1 << bit))
        const text = sealed.slice(0, index) + changed + sealed.slice(index + 1)
        expect(() => seal.open(text, place)).toThrow(/seal/)
      }
  })

  it('do not open when they are cut off or longer', () => {
    const sealed = seal.seal('token', place)
    for (let length = 0; length < sealed.length; length++)
      expect(() => seal.open(sealed.slice(0, length), place)).toThrow(/seal/)
    expect(() => seal.open(`${sealed}A`, place)).toThrow(/seal/)
    expect(() => seal.open(`${sealed}.A`, place)).toThrow(/seal/)
  })

  it('open with older keys; the first one seals', () => {
    const rotated = createTokenSeal([two, one], randomBytes)
    const sealed = seal.seal('token', place)
    expect([rotated.open(sealed, place), rotated.isOutdated(sealed)]).toEqual(['token', true])
    const again = rotated.seal('token', place)
    expect(rotated.isOutdated(again)).toBe(false)
    expect(() => seal.open(again, place)).toThrow(/ENCRYPTION_KEYS/)
  })

  it('do not open with another key of the same name', () => {
    const other = createTokenSeal([{ id: 'one', key: two.key }], randomBytes)
    expect(() => other.open(seal.seal('token', place), place)).toThrow(/changed/)
  })
})

describe('I2: ENCRYPTION_KEYS', () => {
  const KEY = one.key.toString('base64')
  it('are names and keys', () => {
    expect(encryptionKeysSchema.parse(`new:${two.key.toString('base64')}, old:${KEY}`)).toEqual([
      { id: 'new', key: two.key },
      { id: 'old', key: one.key },
    ])
  })

  it.each([
    [undefined, /expected a key.*openssl rand -base64 32/],
    ['', /key 1 is empty/],
    [KEY, /key 1 has no name/],
    [`a b:${KEY}`, /key 1 has a name/],
    [`one:${KEY},`, /key 2 is empty/],
    [`one:${KEY},one:${KEY}`, /key 2 has the name of another/],
    ['one:c2VjcmV0!', /key 1 is not written in base64/],
    ['one:c2VjcmV0', /key 1 has 48 bits instead of 256/],
    [`one:${randomBytes(33).toString('base64')}`, /264 bits/],
  ])('%s is refused in words that do not repeat it', (text, message) => {
    const { error } = encryptionKeysSchema.safeParse(text)
    expect(error?.issues.map((issue) => issue.message)).toEqual([expect.stringMatching(message)])
    expect(String(error?.issues[0]?.message)).not.toContain('c2VjcmV0')
  })
})
