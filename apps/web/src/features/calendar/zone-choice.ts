import { useSyncExternalStore } from 'react'
import { zoneExists } from './zone-exists.ts'

/** In which zones this browser shows the calendar; null for the person's own, and for no second one. */
export interface ZoneChoice {
  shown: string | null
  second: string | null
}

const STORAGE_KEY = 'astralis.zones'
const NONE: ZoneChoice = { shown: null, second: null }

const listeners = new Set<() => void>()
let current = recall()

function recall(): ZoneChoice {
  try {
    const [shown = '', second = ''] = (localStorage.getItem(STORAGE_KEY) ?? '').split(' ')
    return { shown: zoneExists(shown) ? shown : null, second: zoneExists(second) ? second : null }
  } catch {
    return NONE
  }
}

/** Changes the zones that the calendar shows, not the person's own; remembered by this browser where it allows that. */
export function chooseZones(change: Partial<ZoneChoice>): void {
  current = { ...current, ...change }
  try {
    localStorage.setItem(STORAGE_KEY, `${current.shown ?? ''} ${current.second ?? ''}`)
  } catch {
    // Storage is switched off: the choice lasts until the page is left.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useZoneChoice(): ZoneChoice {
  return useSyncExternalStore(subscribe, () => current)
}
