import { foldText } from './fold-text.ts'
import { startsWord } from './word-starts.ts'

/** A piece of a text, and whether a search has found it. */
interface MarkedPiece {
  text: string
  isFound: boolean
}

interface Letter {
  /** As it is written, with its accents. */
  text: string
  /** Where it begins in the folded text, and where it ends. */
  from: number
  to: number
}

/** A text cut where the terms of a search (`search-terms.ts`) begin and end in it. */
export function markTerms(text: string, terms: readonly string[]): MarkedPiece[] {
  const { letters, folded } = foldLetters(text)
  const found = findSpans(folded, terms)
  const pieces: MarkedPiece[] = []
  for (const letter of letters) {
    // What folds to nothing belongs to the letter before it.
    const isFound = letter.from === letter.to ? pieces.at(-1)?.isFound : found.some((span) => overlaps(span, letter))
    const last = pieces.at(-1)
    if (last && last.isFound === isFound) last.text += letter.text
    else pieces.push({ text: letter.text, isFound: isFound ?? false })
  }
  return pieces
}

/** The terms that begin somewhere in the text. */
export function termsIn(text: string, terms: readonly string[]): string[] {
  const { folded } = foldLetters(text)
  return terms.filter((term) => findSpans(folded, [term]).length > 0)
}

type Span = Pick<Letter, 'from' | 'to'>

function overlaps(span: Span, letter: Span): boolean {
  return span.from < letter.to && letter.from < span.to
}

/** Letter by letter, so that what is found can be shown where it stands; letters are put together first (NFC). */
function foldLetters(text: string): { letters: Letter[]; folded: string } {
  const letters: Letter[] = []
  let folded = ''
  for (const letter of text.normalize('NFC')) {
    const from = folded.length
    folded += foldText(letter)
    letters.push({ text: letter, from, to: folded.length })
  }
  return { letters, folded }
}

function findSpans(folded: string, terms: readonly string[]): Span[] {
  return terms.flatMap((term) => {
    const spans: Span[] = []
    for (let from = folded.indexOf(term); from !== -1; from = folded.indexOf(term, from + 1))
      if (startsWord(letterBefore(folded, from), String.fromCodePoint(folded.codePointAt(from) ?? 0)))
        spans.push({ from, to: from + term.length })
    return spans
  })
}

function letterBefore(text: string, at: number): string {
  return Array.from(text.slice(Math.max(0, at - 2), at)).at(-1) ?? ''
}
