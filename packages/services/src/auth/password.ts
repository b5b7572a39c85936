import { hash, verify } from '@node-rs/argon2'

/** OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 }

/** A hash of no password, so that an unknown address costs the same time as a wrong password. */
const NOBODY = hash('', COST)

export async function hashPassword(password: string): Promise<string> {
  return hash(password, COST)
}

/** True when `password` belongs to `passwordHash`; always false, after the same work, where there is no hash. */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await NOBODY), password)
  return matches && passwordHash !== undefined
}
