import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { isPortFree } from '@astralis/db/embedded/port'
import { type Command, ended, failedStart, startChild, stopChild } from './child.ts'

export interface Supervised {
  /** Settles when the child has said for the first time that it is ready, or has failed to get there. */
  ready: Promise<void>
  /** Its name and process, for people: `server 4711`. */
  describe(): string
  stop(): Promise<void>
}

const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 30_000
/** Who has run this long is given the short pauses again. */
const STEADY_MS = 60_000
const LISTEN_POLL_MS = 100

/** Keeps a child running: whenever it ends it is started again, after a pause that doubles from failure to failure. */
export function supervise(command: Command): Supervised {
  const closing = new AbortController()
  let child = startChild(command)

  async function keepRunning(): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS
    while (true) {
      const began = performance.now()
      const how = await ended(child)
      if (closing.signal.aborted) return
      if (performance.now() - began > STEADY_MS) pauseMs = FIRST_PAUSE_MS
      console.log(`The ${command.name} ended (${how}); starting it again in ${pauseMs / 1000} s.`)
      await delay(pauseMs, undefined, { signal: closing.signal }).catch(() => undefined)
      if (closing.signal.aborted) return
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
      child = startChild(command)
      announce(child, command)
    }
  }

  const ready = firstReady(child, command)
  const running = ready.then(keepRunning, () => undefined)
  return {
    ready,
    describe: () => `${command.name} ${child.pid}`,
    async stop() {
      closing.abort()
      await stopChild(child)
      await running
    },
  }
}

/** Says when a child that was started again is ready; one that is not will be seen to have ended. */
function announce(child: ChildProcess, command: Command): void {
  firstReady(child, command).then(
    () => console.log(`The ${command.name} is back (process ${child.pid}).`),
    () => undefined,
  )
}

async function firstReady(child: ChildProcess, { name, listensOn }: Command): Promise<void> {
  const failed = ended(child).then((how) => Promise.reject(failedStart(name, how)))
  await Promise.race([failed, listensOn ? untilListening(child, listensOn) : untilItSaysReady(child)])
}

/** `node --watch` passes its own messages on as well. */
async function untilItSaysReady(child: ChildProcess): Promise<void> {
  let message: unknown
  while (message !== 'ready') [message] = await once(child, 'message')
}

async function untilListening(child: ChildProcess, port: number): Promise<void> {
  while (child.exitCode === null && child.signalCode === null && (await isPortFree(port))) await delay(LISTEN_POLL_MS)
}
