const CONTROL_BUT_LINE_BREAKS = /[^\P{Cc}\n\t]/gu

/**
 * Text as the product keeps it (core's `wire/text.ts`), which is left as it is: what we wrote has to come back the same,
 * or each reading would look like a change.
 */
export function readText(text: string | undefined): string {
  return (text ?? '').replaceAll(/\r\n?/g, '\n').replaceAll(CONTROL_BUT_LINE_BREAKS, '').toWellFormed().trim()
}

/** The same on one line. */
export function readLine(text: string | undefined): string {
  return readText(text).replaceAll(/\s*[\n\t]\s*/g, ' ')
}
