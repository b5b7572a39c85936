import type { Reading } from './reading.ts'

/** Somebody who can be found by name or e-mail. */
export interface Known {
  name: string
  email: string
}

interface Person {
  email: string
  /** Null for somebody from outside. */
  name: string | null
}

/** A name that more than one person has. */
export interface NameChoice {
  said: string
  candidates: Person[]
}

export interface FoundPeople {
  people: Person[]
  choices: NameChoice[]
  /** Names after "with" that nobody has. */
  unknown: string[]
}

const WITH = /(?<!\p{L})(?:with|w\/|mit|avec|con|مع)\s+/giu
const AND = /^\s*(?:,\s*(?:and\s+|und\s+)?|&\s*|(?:and|und|et|y|و)\s+)/iu
const EMAIL = /[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+/giu
const WORD = /^[\p{L}\p{M}\p{N}'’.-]+/u
const MAX_NAME_WORDS = 4

/**
 * Who is named after "with", by name or e-mail, and every other e-mail address. `chosen` settles names that several
 * people have: what was said, to an e-mail.
 */
export function findPeople(
  reading: Reading,
  members: readonly Known[],
  chosen: Readonly<Partial<Record<string, string>>>,
): FoundPeople {
  const found: FoundPeople = { people: [], choices: [], unknown: [] }
  const add = (person: Person) => {
    if (!found.people.some(({ email }) => email === person.email)) found.people.push(person)
  }
  for (const match of reading.rest.matchAll(WITH)) {
    const from = match.index + match[0].length
    let at = from
    let end = from
    for (;;) {
      const named = nameAt(reading.rest.slice(at), members)
      if (!named) break
      end = at + named.length
      const choice = chosen[fold(named.said)]
      const [only] =
        named.candidates.length === 1 ? named.candidates : named.candidates.filter((one) => one.email === choice)
      if (only) add(only)
      else if (!found.choices.some(({ said }) => fold(said) === fold(named.said)))
        found.choices.push({ said: named.said, candidates: named.candidates })
      const and = AND.exec(reading.rest.slice(end))
      if (!and) break
      at = end + and[0].length
    }
    if (end > from) reading.take(match.index, end)
    else {
      const stranger = /^\p{Lu}[\p{L}\p{M}'’-]*/u.exec(reading.rest.slice(from))
      if (stranger) found.unknown.push(stranger[0])
    }
  }
  for (const match of reading.rest.matchAll(EMAIL)) {
    const email = match[0].toLowerCase()
    add({ email, name: members.find((member) => member.email === email)?.name ?? null })
    reading.take(match.index, match.index + match[0].length)
  }
  return found
}

interface Named {
  said: string
  length: number
  candidates: Person[]
}

/** The longest beginning of a text that names somebody. */
function nameAt(text: string, members: readonly Known[]): Named | null {
  const [address] = new RegExp(`^${EMAIL.source}`, 'iu').exec(text) ?? []
  if (address !== undefined) {
    const email = address.toLowerCase()
    const known = members.find((member) => member.email === email)
    return { said: address, length: address.length, candidates: [known ?? { email, name: null }] }
  }
  const ends = wordEnds(text)
  for (const length of ends.toReversed()) {
    const said = text.slice(0, length).replace(/[.’'-]+$/u, '')
    const candidates = members.filter((member) => isNamed(member, said))
    if (candidates.length > 0) return { said, length: said.length, candidates: bestOf(candidates, said) }
  }
  return null
}

function wordEnds(text: string): number[] {
  const ends: number[] = []
  let at = 0
  while (ends.length < MAX_NAME_WORDS) {
    const word = WORD.exec(text.slice(at))
    if (!word) break
    at += word[0].length
    ends.push(at)
    if (text.charAt(at) !== ' ') break
    at += 1
  }
  return ends
}

/** Whether the words of `said` are words of the name, next to each other; a single word may be an address' beginning. */
function isNamed({ name, email }: Known, said: string): boolean {
  const words = fold(name).split(/\s+/)
  const wanted = fold(said).split(/\s+/)
  if (wanted.length === 1 && email.split('@', 1)[0] === wanted[0]) return true
  return words.some((_word, index) => wanted.every((word, offset) => words[index + offset] === word))
}

/** Whoever has exactly this name goes before those of whose name it is a part. */
function bestOf(candidates: Known[], said: string): Known[] {
  const exact = candidates.filter(
    ({ name, email }) => fold(name) === fold(said) || email.split('@', 1)[0] === fold(said),
  )
  return exact.length === 1 ? exact : candidates
}

/** Case and accents do not matter. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
}
