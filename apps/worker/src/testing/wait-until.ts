import { setTimeout as pause } from 'node:timers/promises'

const INTERVAL_MS = 100

/** Looks again and again until `condition` is true. For what also runs outside of Vitest. */
export async function waitUntil(
  what: string,
  condition: () => Promise<boolean> | boolean,
  timeoutMs = 60_000,
): Promise<void> {
  const deadline = performance.now() + timeoutMs
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`Waited ${timeoutMs / 1000} s in vain: ${what}.`)
    await pause(INTERVAL_MS)
  }
}
