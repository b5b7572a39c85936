import { foldText } from './fold-text.ts'
import { comparedPart, splitWords, withoutQuotes } from './word-starts.ts'

/**
 * What a search looks for: the beginnings of words, all of which must be there. Nothing in it is a wildcard. Empty where
 * the text is of punctuation alone.
 */
export function searchTerms(text: string): string[] {
  const words = splitWords(foldText(text)).map((word) => withoutQuotes(word))
  return [...new Set(words.filter(Boolean).map((word) => comparedPart(word)))]
}
