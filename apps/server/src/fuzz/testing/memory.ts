import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const BYTES = 1024 * 1024

/** Megabytes that this process still needs after everything else was collected. */
export function heapInUse(): number {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') for (let round = 0; round < 3; round++) collect()
  return process.memoryUsage().heapUsed / BYTES
}
