const CONTROL_BUT_LINE_BREAKS = /[^\P{Cc}\n\t]/gu

/**
 * Text as the product keeps it (`wire/text.ts`): line breaks are LF, Unicode's own too, at which Python cuts a line of
 * iCalendar in two; other control characters are gone, and so are halves of characters.
 */
export function cleanText(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u{2028}\u{2029}]/gu, '\n')
    .replaceAll(CONTROL_BUT_LINE_BREAKS, '')
    .toWellFormed()
    .trim()
}

/** The same on one line. */
export function cleanLine(text: string): string {
  const pieces = cleanText(text)
    .split(/[\n\t]/)
    .map((piece) => piece.trim())
  return pieces.filter((piece) => piece !== '').join(' ')
}
