import { readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What PostgreSQL says about itself in `postmaster.pid`; it may be left over from a server that was killed. */
export interface Postmaster {
  pid: number
  port: number
  /** `starting`, `ready` or `stopping`. */
  status: string
}

/** No system hands out this process id. */
const NO_PROCESS = 2_147_483_647

export async function readPostmaster(dataDir: string): Promise<Postmaster | undefined> {
  const text = await readFile(pidFile(dataDir), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  // Line 1 is the process id, line 4 the port, line 8 the status.
  const lines = text.split('\n').map((line) => line.trim())
  return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7] ?? 'starting' }
}

/**
 * Whether `pid` is a PostgreSQL server on `dataDir`. Asking the kernel whether the id is in use is not enough: after a
 * restart of the machine it may belong to another program, and a killed server that nobody reaped still has one.
 * The command line is readable for every user and empty for the dead; systems without /proc get the weaker answer.
 */
export function isServing(pid: number, dataDir: string): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false
  try {
    if (process.platform !== 'linux') return process.kill(pid, 0)
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(dataDir)
  } catch {
    return false
  }
}

/**
 * PostgreSQL does not start while the process named in a left-over `postmaster.pid` seems to exist. Only that line is
 * replaced: the rest lets PostgreSQL find sessions of the dead server that still write to the data.
 */
export async function disownDeadPostmaster(dataDir: string): Promise<void> {
  const text = await readFile(pidFile(dataDir), 'utf8')
  await writeFile(pidFile(dataDir), text.replace(/^.*$/m, String(NO_PROCESS)))
}

function pidFile(dataDir: string): string {
  return join(dataDir, 'postmaster.pid')
}
