import { once } from 'node:events'
import { createServer } from 'node:net'
import type { LaunchSettings } from '../settings/env.ts'
import { CommandError } from '../command-error.ts'

/** Looks before anything is built or started whether the server will be able to listen. */
export async function checkAddress({ host, port }: LaunchSettings): Promise<void> {
  const probe = createServer()
  try {
    probe.listen(port, host)
    await once(probe, 'listening')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    if (code === 'EADDRINUSE')
      throw new CommandError(`Port ${port} is taken by another program; set PORT to a free one.`)
    if (code === 'EACCES')
      throw new CommandError(`Port ${port} is not allowed for this user; set PORT to one above 1023.`)
    throw new CommandError(`HOST "${host}" is not an address of this machine (${code}); try 127.0.0.1 or 0.0.0.0.`)
  }
  probe.close()
  await once(probe, 'close')
}
