import { spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { root } from '../root.ts'
import { childEnvironment } from '../settings/env.ts'

export interface StartedLauncher {
  pid: number
  /** Waits until the output has what `pattern` looks for, and returns its groups. */
  says(pattern: RegExp): Promise<string[]>
  /** Sends a signal to the launcher and its children, as Ctrl-C in a terminal does. */
  signalAll(signal: NodeJS.Signals): void
  /** Waits for the end; the exit code is null when a signal ended it. */
  ends(): Promise<{ exitCode: number | null; output: string }>
}

/** Starts the launcher as `npm start` does after its install, in a process group of its own. */
export function startLauncher(settings: Record<string, string>): StartedLauncher {
  const child = spawn('node', ['scripts/launch.ts'], {
    cwd: root,
    env: childEnvironment({ DATABASE_URL: '', ...settings }),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const { pid } = child
  if (pid === undefined) throw new Error('The launcher could not be started.')

  let output = ''
  const changes = new EventEmitter()
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      changes.emit('change')
    })
  const closed = once(child, 'close').then(() => changes.emit('change'))

  return {
    pid,
    async says(pattern) {
      for (;;) {
        const match = pattern.exec(output)
        if (match) return match.slice(1)
        if (child.exitCode !== null) throw new Error(`The launcher ended without saying ${pattern}:\n${output}`)
        await once(changes, 'change')
      }
    },
    signalAll: (signal) => process.kill(-pid, signal),
    async ends() {
      await closed
      return { exitCode: child.exitCode, output }
    },
  }
}
