/** Accents, and the vowel points of Hebrew and Arabic, once they stand beside their letters. */
const ACCENTS =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640]/g

/** Letters that Unicode does not take apart, and the two forms of sigma. */
const ALIKE: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
  '’': "'",
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
}

/**
 * Text as a search compares it: without case, accents and forms of width (`Å`, `Å` and `a` are one). Migration
 * 0020's `fold_text` does the same to what is stored.
 */
export function foldText(text: string): string {
  const letters = text.normalize('NFKD').replaceAll(ACCENTS, '').normalize('NFKC').toLowerCase()
  return letters.replaceAll(/[øłđħıς’ßæœþ]/g, (letter) => ALIKE[letter] ?? letter)
}
