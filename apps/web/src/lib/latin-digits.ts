/** Where each script’s ten digits begin: Arabic, Persian and Urdu, Devanagari, and the wide ones of Japanese keyboards. */
const ZEROS = [0x660, 0x6f0, 0x966, 0xff10]

/** The same text with Latin digits, which are all that inputs of numbers take. */
export function latinDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    const zero = ZEROS.find((first) => code >= first && code < first + 10)
    return zero === undefined ? digit : String(code - zero)
  })
}
