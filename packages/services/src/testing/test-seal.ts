import { randomBytes } from 'node:crypto'
import { createTokenSeal } from '../connections/token-seal.ts'

/** With a key of this process alone. */
export const TEST_SEAL = createTokenSeal([{ id: 'test', key: randomBytes(32) }], randomBytes)
