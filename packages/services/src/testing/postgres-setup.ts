import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '@astralis/db/embedded'
import type { TestProject } from 'vitest/node'
import { createTemplate } from './template.ts'
import type { TestPostgres } from './test-postgres.ts'

/** Losing the last second in a power cut does not matter to a database that lives for one test run. */
export const FAST_SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '400',
}

/** One real PostgreSQL for the whole run; each test file clones its own database from the template in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'astralis-test-'))
  const postgres = await startEmbeddedPostgres({ dataDir, settings: FAST_SETTINGS })
  const provided: TestPostgres = { url: postgres.url, template: await createTemplate(postgres.url) }
  project.provide('postgres', provided)
  return async () => {
    await postgres.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
