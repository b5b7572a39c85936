/** Between words. Hyphens, slashes and brackets are, too: "follow-up" is two words. */
const SPACE =
  /[\p{Cc}\u0020-\u0022\u0028\u0029\u002c\u002d\u002f\u003a-\u003c\u003e\u003f\u005b\u005d\u007b-\u007d\u00a0-\u00bf\u060c\u061b\u061f\u06d4\u2000-\u2018\u201a-\u205f\u3000-\u3003\u3008-\u3020\u30fb]/u
/** Belongs to a word, and another may begin after it: `.`, `@`, `_`, and what stands for something (`%`, `+`, `#` and the like). */
const MARK = /[\u0023-\u0027\u002a\u002b\u002e\u003d\u0040\u005c\u005e-\u0060\u007e]/
const QUOTES_BEFORE = new RegExp(`^[.']+(?!${MARK.source})`)
/** Letters of scripts whose words are written together, or begin with particles: one may look for what stands inside. */
const DENSE =
  /[\u0590-\u06ff\u0750-\u077f\u08a0-\u08ff\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}]/u

/** How many letters of a word are compared; the rest is as good as the same. */
const MAX_LETTERS = 40
const MAX_DENSE_LETTERS = 12
/** Where a word that nobody ends is cut. */
const MAX_WORD_LETTERS = 400

/** Whether a word may begin with `letter` after `previous`; both folded, `previous` empty at the start of a text. */
export function startsWord(previous: string, letter: string): boolean {
  if (letter === '' || SPACE.test(letter)) return false
  if (previous === '' || SPACE.test(previous) || DENSE.test(letter)) return true
  return MARK.test(previous) && !MARK.test(letter)
}

/** As much of a folded word as is compared. */
export function comparedPart(word: string): string {
  const letters = Array.from(word)
  return letters.slice(0, DENSE.test(letters[0] ?? '') ? MAX_DENSE_LETTERS : MAX_LETTERS).join('')
}

/**
 * Every place in a folded text where a word may begin, with what follows there. Migration 0020's `word_starts` finds the
 * same in what is stored.
 */
export function wordStarts(text: string): string[] {
  return splitWords(text).flatMap((word) => {
    const letters = Array.from(word).slice(0, MAX_WORD_LETTERS)
    return letters.flatMap((letter, place) =>
      startsWord(letters[place - 1] ?? '', letter) ? [comparedPart(letters.slice(place).join(''))] : [],
    )
  })
}

/** Without what begins and ends quotations and sentences, as far as a word begins after it. */
export function withoutQuotes(word: string): string {
  return word.replace(QUOTES_BEFORE, '').replace(/[.']+$/, '')
}

/** The words of a folded text. */
export function splitWords(text: string): string[] {
  return text.split(new RegExp(`${SPACE.source}+`, 'u')).filter(Boolean)
}
