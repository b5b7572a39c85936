import { use } from 'react'
import { LOCALE } from '../../lib/locale.ts'
import { loadDateReaders, type DateReader } from './date-reader.ts'

let ready: DateReader[] | null = null
let coming: Promise<DateReader[]> | null = null

async function bring(): Promise<DateReader[]> {
  try {
    ready = await loadDateReaders(navigator.language, LOCALE)
    return ready
  } catch (error) {
    // Asked for again at the next opening, such as when there is a network again.
    coming = null
    throw error
  }
}

/** Readers of dates in the browser's language and in English. Suspends while they are on their way. */
export function useDateReaders(): DateReader[] {
  if (ready) return ready
  coming ??= bring()
  return use(coming)
}

// Whoever has this code is about to need them, and would wait for them only then.
coming = bring()
coming.catch(() => undefined)
