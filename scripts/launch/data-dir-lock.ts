import { readFileSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CommandError } from '../command-error.ts'

/**
 * Creates the data folder and notes in it that this process works there.
 * @returns a function that removes the note
 * @throws CommandError when the folder can not be written or another launcher works there
 */
export async function lockDataDir(dataDir: string): Promise<() => Promise<void>> {
  const file = join(dataDir, 'launcher.pid')
  try {
    await mkdir(dataDir, { recursive: true })
    await writeNote(file, dataDir)
  } catch (error) {
    if (error instanceof CommandError || !(error instanceof Error)) throw error
    throw new CommandError(
      `The data folder cannot be written (${error.message}); set ASTRALIS_DATA_DIR to another folder, or DATABASE_URL to a PostgreSQL server.`,
    )
  }
  return () => rm(file, { force: true })
}

async function writeNote(file: string, dataDir: string): Promise<void> {
  const holder = Number(await readFile(file, 'utf8').catch(() => ''))
  if (holder && isLauncher(holder)) {
    throw new CommandError(
      `AstralisOps is already running on ${dataDir} (process ${holder}); stop it first, or set ASTRALIS_DATA_DIR and PORT for a second one.`,
    )
  }
  // A launcher that was killed leaves its note behind. `wx` lets only one of two simultaneous starts through.
  await rm(file, { force: true })
  await writeFile(file, String(process.pid), { flag: 'wx' })
}

/** A process id alone proves nothing: after a restart of the machine it belongs to somebody else. */
function isLauncher(pid: number): boolean {
  try {
    if (process.platform !== 'linux') return process.kill(pid, 0)
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('launch.ts')
  } catch {
    return false
  }
}
