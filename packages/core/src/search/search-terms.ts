import { foldText } from './fold-text.ts'
import { comparedPart, splitWords } from './word-starts.ts'

/**
 * What a search looks for: the beginnings of words, all of which must be there. Nothing in it is a wildcard. Empty where
 * the text is of punctuation alone.
 */
export function searchTerms(text: string): string[] {
  // The full stop of a sentence, or quotation marks around a word, are not meant.
  const words = splitWords(foldText(text)).map((word) => word.replaceAll(/^[.']+|[.']+$/g, ''))
  return [...new Set(words.filter(Boolean).map((word) => comparedPart(word)))]
}
