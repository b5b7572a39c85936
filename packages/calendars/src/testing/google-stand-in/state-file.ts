import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Grants } from './grants.ts'
import type { StoredCalendar } from './model.ts'
import type { Push } from './push.ts'
import type { Store } from './store.ts'

interface Kept {
  store: Store
  grants: Grants
  push: Push
}

/** Everything that must survive a restart, as JSON. */
export function writeState(path: string, { store, grants, push }: Kept): void {
  const state = {
    version: store.version,
    accounts: [...store.accounts],
    mails: store.mails,
    calendars: [...store.calendars.values()].map(({ events, exceptions, ...calendar }) => ({
      ...calendar,
      events: [...events],
      exceptions: [...exceptions].map(([series, ids]) => [series, [...ids]]),
    })),
    codes: [...grants.codes],
    accessTokens: [...grants.accessTokens],
    refreshTokens: [...grants.refreshTokens],
    channels: [...push.channels],
  }
  // In one step: who reads it while this process dies finds the old one.
  writeFileSync(`${path}.new`, JSON.stringify(state), { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

/** Reads what `writeState` wrote. False where there is no file. */
export function readState(path: string, { store, grants, push }: Kept): boolean {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return false
  }
  const state = JSON.parse(text)
  store.version = state.version
  store.accounts = new Map(state.accounts)
  store.mails = state.mails
  for (const { events, exceptions, ...calendar } of state.calendars) {
    const sets: [string, string[]][] = exceptions
    const read: StoredCalendar = {
      ...calendar,
      events: new Map(events),
      exceptions: new Map(sets.map(([series, ids]) => [series, new Set(ids)])),
    }
    store.calendars.set(read.id, read)
  }
  grants.codes = new Map(state.codes)
  grants.accessTokens = new Map(state.accessTokens)
  grants.refreshTokens = new Map(state.refreshTokens)
  for (const [id, channel] of state.channels) push.channels.set(id, channel)
  return true
}
