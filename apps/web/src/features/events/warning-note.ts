import type { Warning } from '@astralis/core/wire/warning'

/** What a change that was made anyway should make people think of; undefined where there is nothing. */
export function warningNote(warnings: readonly Warning[]): string | undefined {
  return warnings.map(({ message }) => message).join(' ') || undefined
}
