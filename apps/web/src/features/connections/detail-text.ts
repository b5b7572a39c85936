import { WORDS_LOCALE } from '../../lib/locale.ts'
import type { SyncEntry } from './connection.ts'

/** What an entry of the log tells besides its sentence: how many events, why, or which calendars; null for nothing. */
export function detailText(detail: SyncEntry['detail'], locale = WORDS_LOCALE): string | null {
  const { items, reason, added, removed } = detail ?? {}
  const parts = [
    typeof items === 'number' && `${items.toLocaleString(locale)} ${items === 1 ? 'event' : 'events'}`,
    typeof reason === 'string' && reason,
    namesText('Added', added),
    namesText('Left out', removed),
  ]
  return parts.filter(Boolean).join(' · ') || null
}

function namesText(label: string, names: unknown): string | null {
  if (!Array.isArray(names) || names.length === 0) return null
  return `${label}: ${new Intl.ListFormat(WORDS_LOCALE).format(names.map(String))}`
}
