import { use } from 'react'
import { LOCALE } from '../../lib/locale.ts'
import { loadDateReaders, type DateReader } from './date-reader.ts'

let readers: Promise<DateReader[]> | null = null

/** Readers of dates in the browser's language and in English. Suspends while they are on their way. */
export function useDateReaders(): DateReader[] {
  readers ??= loadDateReaders(navigator.language, LOCALE)
  return use(readers)
}
