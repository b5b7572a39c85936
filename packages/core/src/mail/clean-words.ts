import { cleanLine, cleanText } from '../ical/plain-text.ts'

/** Embeddings, overrides and isolates (Unicode Annex 9, 2): left open, they turn around the words that come after. */
const TURNS = /[\u{202a}-\u{202e}\u{2066}-\u{2069}]/gu
/** The same and marks without a width: in a header they can only mislead. */
const TURNS_AND_MARKS = /[\u{200e}\u{200f}\u{61c}\u{202a}-\u{202e}\u{2066}-\u{2069}]/gu

/** What somebody wrote, on one line, for the body of a mail. */
export function bodyLine(text: string): string {
  return cleanLine(text.replaceAll(TURNS, ''))
}

/** The same with its line breaks; no lines for what is empty. */
export function bodyLines(text: string): string[] {
  const clean = cleanText(text.replaceAll(TURNS, ''))
  return clean === '' ? [] : clean.split('\n').map((line) => line.trimEnd())
}

/** What may stand in a header of a mail: one line without control characters and without marks of direction. */
export function headerLine(text: string): string {
  return cleanLine(text.replaceAll(TURNS_AND_MARKS, ''))
}

/**
 * What can end a quoted name or begin an address (RFC 5322, 3.2.4 and 3.4), also for readers that cut at the last `<`;
 * and `@`, because many programs show the name alone. Commas, points and apostrophes are parts of names and mean nothing
 * within quotes, which is where every channel puts a name.
 */
const FORGING = /[<>"\\;:@\u{ff20}]+/gu
const MAX_NAME_LENGTH = 100

/** A person's or product's name for a header, of at most 100 characters; empty where nothing is left of it. */
export function headerName(text: string): string {
  return shorten(cleanLine(headerLine(text).replaceAll(FORGING, ' ').replaceAll(/ {2,}/g, ' ')), MAX_NAME_LENGTH)
}

/** At most so many characters, the last of which is `…` where some were left out. */
export function shorten(text: string, maxLength: number): string {
  // A character has at most two units: what is beyond them need not be looked at.
  const characters = Array.from(text.slice(0, 2 * maxLength + 2))
  if (characters.length <= maxLength) return text
  return `${characters
    .slice(0, maxLength - 1)
    .join('')
    .trimEnd()}…`
}
