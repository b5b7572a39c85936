interface Searchable {
  value: string
  /** What is searched, besides the value itself. */
  keywords: string[]
}

/** The options that have every word of the query somewhere in them; those that begin with it first. */
export function findMatches<T extends Searchable>(options: readonly T[], query: string): T[] {
  const words = normalize(query).split(/\s+/).filter(Boolean)
  const texts = options.map((option) => ({ option, text: normalize([...option.keywords, option.value].join(' ')) }))
  const matches = texts.filter(({ text }) => words.every((word) => text.includes(word)))
  const rank = ({ text }: { text: string }) => (text.startsWith(words[0] ?? '') ? 0 : 1)
  return matches.toSorted((a, b) => rank(a) - rank(b)).map(({ option }) => option)
}

/** Case and accents do not matter: "Sao" finds "São". */
function normalize(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll('_', ' ')
}
