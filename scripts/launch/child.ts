import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { childEnvironment } from '../settings/env.ts'
import { CommandError } from '../command-error.ts'

export interface Command {
  /** What to call it in messages, for example "server". */
  name: string
  /** A program on the path, and its arguments. */
  command: [string, ...string[]]
  env?: Record<string, string>
  cwd?: string
  /** A foreign program that sends no message when it is ready, but listens on this port. */
  listensOn?: number
}

const GRACE_MS = 15_000

/** Starts a child that shares our terminal and can send us messages. */
export function startChild(
  { command: [program, ...args], env, cwd }: Command,
  stdout: 'inherit' | 'pipe' = 'inherit',
): ChildProcess {
  return spawn(program, args, {
    stdio: ['ignore', stdout, 'inherit', 'ipc'],
    env: childEnvironment(env),
    ...(cwd ? { cwd } : {}),
  })
}

/** Waits for the end of a child and says how it ended: `exit code 1` or the name of a signal. */
export async function ended(child: ChildProcess): Promise<string> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.signalCode ?? `exit code ${child.exitCode}`
}

/** Asks a child to stop, and kills it when it has not done so in time. */
export async function stopChild(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS)
  await ended(child)
  clearTimeout(timer)
}

/** Runs a child to its end and returns what it printed; a child that fails ends the start. */
export async function runStep(command: Command, stop: AbortSignal): Promise<string> {
  const child = startChild(command, 'pipe')
  const printed = child.stdout ? text(child.stdout) : ''
  const cancel = () => void stopChild(child)
  stop.addEventListener('abort', cancel)
  const how = await ended(child)
  stop.removeEventListener('abort', cancel)
  stop.throwIfAborted()
  if (how !== 'exit code 0') throw failedStart(command.name, how)
  return printed
}

/** Our programs say in one line what is wrong and exit with 1; that line is enough. */
export function failedStart(name: string, how: string): CommandError {
  return new CommandError(how === 'exit code 1' ? '' : `The ${name} did not start (${how}).`)
}
