import { z } from 'zod'

export interface EncryptionKey {
  /** Stands in front of what was sealed with it. */
  id: string
  /** 256 bits. */
  key: Buffer
}

export type EncryptionKeys = readonly [EncryptionKey, ...EncryptionKey[]]

const KEY_BYTES = 32
const ID = /^[\w-]{1,32}$/
const MAKE = 'make one with: echo "key1:$(openssl rand -base64 32)"'

/**
 * `ENCRYPTION_KEYS`: `name:base64`, several with commas between. The first one seals, all of them open. What is wrong is
 * said without repeating any of it.
 */
export const encryptionKeysSchema = z
  .string(`expected a key for the tokens of linked calendars; ${MAKE}`)
  .transform((text, context): EncryptionKeys => {
    const keys: EncryptionKey[] = []
    for (const [index, entry] of text.split(',').entries()) {
      const parsed = parseKey(entry.trim(), keys)
      if (typeof parsed !== 'string') {
        keys.push(parsed)
        continue
      }
      const message = `key ${index + 1} ${parsed}; ${MAKE}`
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    }
    const [first, ...others] = keys
    return first ? [first, ...others] : z.NEVER
  })

/** The key, or what is wrong with it. */
function parseKey(entry: string, known: readonly EncryptionKey[]): EncryptionKey | string {
  const colon = entry.indexOf(':')
  if (entry === '') return 'is empty'
  if (colon === -1) return 'has no name: expected name:base64'
  const id = entry.slice(0, colon)
  const text = entry.slice(colon + 1)
  if (!ID.test(id)) return 'has a name of something else than up to 32 letters, digits, - and _'
  if (known.some((other) => other.id === id)) return 'has the name of another one'
  const key = Buffer.from(text, 'base64')
  if (key.toString('base64').replace(/=+$/, '') !== text.replace(/=+$/, '')) return 'is not written in base64'
  if (key.length !== KEY_BYTES) return `has ${key.length * 8} bits instead of 256`
  return { id, key }
}
