import fc from 'fast-check'
import { parseCalendar } from '../parse-calendar.ts'

/** A file as bad luck leaves it: pieces cut out, doubled, swapped, or replaced by anything. */
function mutate(
  text: string,
  mutations: readonly { kind: string; at: number; length: number; filling: string }[],
): string {
  return mutations.reduce((file, { kind, at, length, filling }) => {
    const start = Math.floor(at * file.length)
    const piece = file.slice(start, start + length)
    const rest = file.slice(start + length)
    const changed =
      { cut: '', double: piece + piece, swap: rest.slice(0, length) + piece, replace: filling }[kind] ?? piece
    return file.slice(0, start) + changed + (kind === 'swap' ? rest.slice(length) : rest)
  }, text)
}

const mutation = fc.record({
  kind: fc.constantFrom('cut', 'double', 'swap', 'replace'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.nat(10), fc.nat(300)),
  filling: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      '\r',
      '\n',
      '\r\n',
      '\r\n ',
      '\0',
      ':',
      ';',
      '"',
      'BEGIN:VEVENT\r\n',
      'END:VEVENT\r\n',
      'END:VCALENDAR\r\n',
    ),
  ),
})

/** How many VEVENTs of a file are neither an event nor a problem. */
export function countLost(file: string): number {
  const { events, problems } = parseCalendar(file)
  const dropped = problems.filter(({ message }) => message.endsWith('the event is left out.'))
  const lines = file
    .replaceAll(/[^\P{Cc}\t\r\n]/gu, '')
    .replaceAll(/(?<![\r\n])[\r\n]+[ \t]/g, '')
    .split(/[\r\n]/)
  const begun = lines.filter((line) => /^\s*BEGIN\s*:\s*VEVENT\s*$/i.test(line))
  return begun.length - events.length - dropped.length
}

/**
 * Changes the files at random, and throws for one that can not be parsed, not in a second by the clock `now`
 * (milliseconds), or not without the silent loss of an event.
 */
export function parseMutations(files: readonly string[], numRuns: number, now: () => number): void {
  const mutated = fc
    .tuple(fc.constantFrom(...files), fc.array(mutation, { minLength: 1, maxLength: 8 }))
    .map(([file, mutations]) => mutate(file, mutations))
  fc.assert(
    fc.property(mutated, (file) => {
      const start = now()
      return countLost(file) === 0 && now() - start < 1000
    }),
    { numRuns },
  )
}
