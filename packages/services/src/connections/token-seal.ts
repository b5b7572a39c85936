import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { EncryptionKey } from './encryption-keys.ts'

/** Where a sealed token belongs: bound to it, so that it opens nowhere else. */
export interface SealedPlace {
  table: 'connections' | 'authorizations' | 'google-sign-in' | 'member_invitations'
  /** The row; of what a browser keeps, what it was sealed for. */
  id: string
  column: string
  orgId: string
  provider: string
}

/** Keeps provider tokens unreadable in the database (AES-256-GCM). */
export interface TokenSeal {
  seal(text: string, place: SealedPlace): string
  /** Throws for what was changed, belongs elsewhere, or was sealed with a key that is not known any more. */
  open(sealed: string, place: SealedPlace): string
  /** Whether it was sealed with another key than the present one. */
  isOutdated(sealed: string): boolean
}

const CIPHER = 'aes-256-gcm'
const VERSION = 'v1'
/** 96 bits, as NIST SP 800-38D recommends (8.2.2: random ones are safe for 2^32 tokens of a key). */
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Says nothing of what is in it. */
class SealError extends Error {
  override name = 'SealError'
}

/**
 * Seals with the first key, opens with all: `v1.<key>.<nonce>.<text and tag>`, the last two in base64url.
 * @param keys at least one
 */
export function createTokenSeal(
  keys: readonly [EncryptionKey, ...EncryptionKey[]],
  randomBytes: (count: number) => Buffer,
): TokenSeal {
  const [present] = keys
  const byId = new Map(keys.map(({ id, key }) => [id, key]))
  return {
    seal(text, place) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, present.key, nonce).setAAD(boundTo(place, present.id))
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return [VERSION, present.id, nonce.toString('base64url'), sealed.toString('base64url')].join('.')
    },
    open(sealed, place) {
      const [version, id = '', nonceText = '', text = '', ...more] = sealed.split('.')
      if (version !== VERSION || more.length > 0) throw new SealError('A sealed token has an unknown form.')
      const key = byId.get(id)
      if (!key) throw new SealError('A token was sealed with a key that ENCRYPTION_KEYS does not have (any more).')
      const nonce = strictBytes(nonceText)
      const bytes = strictBytes(text)
      if (nonce.length !== NONCE_BYTES || bytes.length < TAG_BYTES) throw new SealError('A sealed token is cut off.')
      try {
        const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
        decipher.setAAD(boundTo(place, id)).setAuthTag(bytes.subarray(-TAG_BYTES))
        return decipher.update(bytes.subarray(0, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
      } catch {
        throw new SealError('A sealed token was changed, or does not belong where it is.')
      }
    },
    isOutdated: (sealed) => sealed.split('.')[1] !== present.id,
  }
}

function boundTo({ table, id, column, orgId, provider }: SealedPlace, keyId: string): Buffer {
  return Buffer.from(JSON.stringify([VERSION, keyId, table, id, column, orgId, provider]))
}

/** Node reads over what is no base64url, and over the bits at its end: nothing may be changed unnoticed. */
function strictBytes(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.toString('base64url') !== text) throw new SealError('A sealed token was changed.')
  return bytes
}
