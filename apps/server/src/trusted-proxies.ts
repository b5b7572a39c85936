import { isIP } from 'node:net'
import { z } from 'zod'

const EXPECTED = 'expected addresses or ranges of addresses such as 10.0.0.0/8, with commas between'

/** `TRUSTED_PROXIES`: who may say, by X-Forwarded-For, for whom they ask. */
export const trustedProxiesSchema = z
  .string()
  .transform((text) => text.split(',').map((entry) => entry.trim()))
  .refine((entries) => entries.every(isRange), EXPECTED)

/** An address, or a range of them in the notation of RFC 4632 and RFC 4291. */
function isRange(entry: string): boolean {
  const [address = '', bits, ...more] = entry.split('/')
  const version = isIP(address)
  if (version === 0 || more.length > 0) return false
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (version === 4 ? 32 : 128))
  )
}
