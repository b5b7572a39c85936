import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText } from './fold-text.ts'
import { markTerms, termsIn } from './mark-terms.ts'
import { searchTerms } from './search-terms.ts'
import { wordStarts } from './word-starts.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...Array.from('aÉßøİ.@_%*#- ’会議ا\u0301')) }),
)

describe('B1: what is looked for', () => {
  it.each([
    ['Réunion  BUDGET', ['reunion', 'budget']],
    ['follow-up, (Q3)!', ['follow', 'up', 'q3']],
    ['50% foo_bar *', ['50%', 'foo_bar', '*']],
    ['...', []],
    ['a A á', ['a']],
    ['会議室', ['会議室']],
  ])('%s', (text, terms) => {
    expect(searchTerms(text)).toEqual(terms)
  })

  it('a text is found by all of its own words', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const starts = wordStarts(foldText(text))
        for (const term of searchTerms(text)) expect(starts.some((start) => start.startsWith(term))).toBe(true)
      }),
    )
  })

  it('folding twice is folding once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text))
      }),
    )
  })
})

describe('B1: what was found is marked', () => {
  const marked = (text: string, words: string) =>
    markTerms(text, searchTerms(words))
      .map(({ text: piece, isFound }) => (isFound ? `[${piece}]` : piece))
      .join('')

  it.each([
    ['Budget review', 'rev', 'Budget [rev]iew'],
    ['Réunion d’équipe', 'reu equ', '[Réu]nion d’[équ]ipe'],
    ['Re\u0301union', 'reunion', '[Réunion]'],
    ['Straße', 'strass', '[Straß]e'],
    ['ana.lima@harborpine.example', 'lima harbor', 'ana.[lima]@[harbor]pine.example'],
    ['来週の会議室', '会議', '来週の[会議]室'],
    ['Preview', 'view', 'Preview'],
    ['aa aa', 'a', '[a]a [a]a'],
    ['', 'a', ''],
  ])('%s by %s', (text, words, expected) => {
    expect(marked(text, words)).toBe(expected)
  })

  it('and nothing else about the text changes', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, words) => {
        const pieces = markTerms(text, searchTerms(words))
        expect(pieces.map((piece) => piece.text).join('')).toBe(text.normalize('NFC'))
        expect(pieces.some(({ isFound }) => isFound)).toBe(termsIn(text, searchTerms(words)).length > 0)
      }),
    )
  })
})
