/** A stretch of the sentence: from the first character to the one after the last. */
export interface Range {
  from: number
  to: number
}

/** Stands for what is quoted: no finder takes it for a word of its own. */
const QUOTED = '\uFFFC'
const QUOTES = /"[^"]+"|“[^”]+”|„[^“”]+[“”]|«[^»]+»|「[^」]+」/g

/**
 * A sentence while it is being understood: each finder takes what it has understood, and the others see spaces in its
 * place, so that positions stay. What nobody takes is the title. Words in quotes always are.
 */
export class Reading {
  readonly text: string
  readonly #seen: string[]
  readonly #isTaken: boolean[]

  constructor(text: string) {
    this.text = text
    this.#seen = text.replaceAll(QUOTES, (quoted) => QUOTED.repeat(quoted.length)).split('')
    this.#isTaken = this.#seen.map(() => false)
  }

  /** What is left to be understood. */
  get rest(): string {
    return this.#seen.map((character, index) => (this.#isTaken[index] ? ' ' : character)).join('')
  }

  take(from: number, to: number): void {
    this.#isTaken.fill(true, from, to)
  }

  /** Takes the first match of a pattern that `accept` finds sense in, and answers with that sense. */
  takeMatch<T>(pattern: RegExp, accept: (match: RegExpExecArray) => T | null): T | null {
    const { rest } = this
    for (const match of rest.matchAll(pattern)) {
      const sense = accept(match)
      if (sense === null) continue
      this.take(match.index, match.index + match[0].length)
      return sense
    }
    return null
  }

  get taken(): Range[] {
    const ranges: Range[] = []
    for (const [index, isTaken] of this.#isTaken.entries()) {
      const last = ranges.at(-1)
      if (!isTaken) continue
      if (last?.to === index) last.to = index + 1
      else ranges.push({ from: index, to: index + 1 })
    }
    return ranges
  }

  /** The words that nobody took, without the punctuation that stood between them and what was taken. */
  get title(): string {
    const left = this.text
      .split('')
      .map((character, index) => (this.#isTaken[index] ? '\n' : character))
      .join('')
    return left
      .split(/\n+/)
      .map((piece) => piece.replaceAll(/^[\s,;:、，。–—-]+|[\s,;、，–—-]+$/g, ''))
      .filter(Boolean)
      .join(' ')
      .replaceAll(/\s+/g, ' ')
      .replace(/^(?:"([^"]+)"|“([^”]+)”)$/, '$1$2')
  }
}
