import { spawn } from 'node:child_process'

/** The operating system's user and group that PostgreSQL's programs run as. */
export interface Account {
  uid: number
  gid: number
}

export interface Result {
  code: number
  /** What the command wrote to stdout and stderr, trimmed. */
  output: string
}

/**
 * Runs one of PostgreSQL's programs to its end; never throws for a failing program.
 * It gets a process group of its own, so that Ctrl-C in the terminal can not cut an `initdb` or a start in half, and
 * an environment of its own: PGPORT, PGDATA or a translated message would change what happens or how we read it.
 */
export function run(command: string, args: string[], account?: Account): Promise<Result> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: '/',
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin' },
      ...account,
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.once('error', (error) => resolve({ code: 127, output: error.message }))
    child.once('close', (code) => resolve({ code: code ?? 1, output: output.trim() }))
  })
}
