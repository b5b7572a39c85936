import { parseArgs } from 'node:util'
import type { Benchmark, Result } from './benchmark.ts'
import { busyTime } from './busy-time.ts'
import { createEvent } from './create-event.ts'
import { fuzz } from './fuzz.ts'
import { kills } from './kills.ts'
import { listEvents } from './list-events.ts'
import { pages } from './pages.ts'
import { reminders } from './reminders.ts'
import { series } from './series.ts'
import { signInTimes } from './sign-in.ts'
import { slots } from './slots.ts'
import { suggest } from './suggest.ts'
import { sync } from './sync.ts'
import { views } from './views.ts'
import { startWorld } from './world.ts'

const BENCHMARKS: Record<string, Benchmark> = {
  'busy-time': busyTime,
  'create-event': createEvent,
  fuzz,
  kills,
  'list-events': listEvents,
  pages,
  reminders,
  series,
  'sign-in': signInTimes,
  slots,
  suggest,
  sync,
  views,
}

/** Each benchmark in turn, on one PostgreSQL; a table for people, or one JSON object a line. */
async function run(chosen: string[], asJson: boolean, running: AsyncDisposableStack): Promise<void> {
  const createWorld = await startWorld(running)
  for (const name of chosen) {
    console.error(`${name}…`)
    const results: Result[] = []
    const world = createWorld()
    await BENCHMARKS[name]?.(world, (result) => {
      results.push(result)
      if (asJson) console.log(JSON.stringify({ benchmark: name, ...result }))
    })
    await world.open.disposeAsync()
    if (!asJson) console.table(results)
  }
}

function readArguments(): { chosen: string[]; asJson: boolean } {
  const names = Object.keys(BENCHMARKS)
  const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true })
  const unknown = positionals.find((name) => !names.includes(name))
  if (unknown !== undefined) throw new Error(`There is no benchmark "${unknown}". There are: ${names.join(', ')}.`)
  return { chosen: positionals.length > 0 ? positionals : names, asJson: values.json ?? false }
}

/** Rejects at Ctrl-C or a polite kill. */
function interruption(): Promise<never> {
  return new Promise((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => reject(new Error(`Stopped by ${signal}.`)))
  })
}

const running = new AsyncDisposableStack()
let exitCode = 0
try {
  const { chosen, asJson } = readArguments()
  await Promise.race([run(chosen, asJson, running), interruption()])
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  exitCode = 1
} finally {
  await running.disposeAsync()
}
process.exit(exitCode)
