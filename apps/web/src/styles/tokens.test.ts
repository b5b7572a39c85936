import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CONTRAST_PAIRS, LEAST, PLAIN_GROUNDS, PLAIN_TEXTS, SIGNALS } from './contrast-pairs.ts'
import { contrast } from './contrast.ts'
import { readTokens } from './read-tokens.ts'

const SOURCE = join(import.meta.dirname, '..')
const tokens = readTokens(readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8'))

/** Every text between quotes in the app, with the file that it is in; among them, the lists of classes. */
const quoted = globSync('**/*.tsx', { cwd: SOURCE }).flatMap((file) =>
  [...readFileSync(join(SOURCE, file), 'utf8').matchAll(/'([^'\n]+)'|"([^"\n]+)"/g)].map(([, one, other]) => ({
    file,
    classes: (one ?? other ?? '').split(/\s+/),
  })),
)

/** `hover:bg-canvas` as the state that it is for and the colour. Shares of a colour are decoration, and so are shapes. */
function coloursOf(classes: string[], property: 'text' | 'bg'): { state: string; colour: string }[] {
  return classes.flatMap((name) => {
    const [, state = '', colour = ''] = new RegExp(String.raw`^(.*:)?!?${property}-([\w-]+)$`).exec(name) ?? []
    const isDrawn = /before:|after:/.test(state)
    return tokens.has(colour) && !isDrawn ? [{ state, colour }] : []
  })
}

/** The words and the ground that one element has in each of its states. */
function pairsOf(classes: string[]): { front: string; ground: string }[] {
  const texts = coloursOf(classes, 'text')
  const grounds = coloursOf(classes, 'bg')
  const inState = (colours: typeof texts, state: string) =>
    (colours.find((colour) => colour.state === state) ?? colours.find((colour) => colour.state === ''))?.colour
  const states = new Set([...texts, ...grounds].map(({ state }) => state))
  return [...states].flatMap((state) => {
    const [front, ground] = [inState(texts, state), inState(grounds, state)]
    return front && ground ? [{ front, ground }] : []
  })
}

const known = new Set(CONTRAST_PAIRS.map(({ front, ground }) => `${front} on ${ground}`))

test('black on white and two grounds of the brand have the contrast that is written about them', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21)
  expect(contrast('#2b6cb0', '#ffffff')).toBeCloseTo(5.4, 1)
  expect(contrast('#63b3ed', '#0a1b2b')).toBeCloseTo(7.6, 1)
})

test.each(['light', 'dark'] as const)(
  '%s: all words have a contrast of 4.5, edges of controls and icons of 3',
  (theme) => {
    const weak = CONTRAST_PAIRS.flatMap(({ kind, front, ground, isAlwaysDark }) => {
      const [one, other] = [front, ground].map((name) => tokens.get(name)?.[isAlwaysDark ? 'dark' : theme])
      if (!one || !other) return [`tokens.css has no ${one ? ground : front}`]
      const ratio = contrast(one, other)
      return ratio < LEAST[kind] ? [`${front} on ${ground}: ${ratio.toFixed(2)}, not ${LEAST[kind]}`] : []
    })
    expect(weak).toEqual([])
  },
)

test('whatever has words and a ground of its own is a pair whose contrast is computed', () => {
  const used = quoted.flatMap(({ file, classes }) => pairsOf(classes).map((pair) => ({ file, ...pair })))
  expect(used.length).toBeGreaterThan(20)
  const unknown = used.filter(({ front, ground }) => !known.has(`${front} on ${ground}`))
  expect(unknown).toEqual([])
})

test('whatever has words without a ground may stand on every plain one, and no ground is left out', () => {
  const fronts = new Set(CONTRAST_PAIRS.map(({ front }) => front))
  const plain = new Set<string>([...PLAIN_TEXTS, ...SIGNALS])
  const grounds = new Set<string>([...PLAIN_GROUNDS, ...CONTRAST_PAIRS.map(({ ground }) => ground)])
  // They carry nothing: the lines between rows, placeholders, and the thumb and filling of drawn controls.
  const bare = new Set(['line', 'line-strong', 'on-primary', 'success', 'warning', 'error', 'info'])
  const problems = quoted.flatMap(({ file, classes }) => [
    ...coloursOf(classes, 'text')
      .filter(
        ({ colour }) => !fronts.has(colour) || !(plain.has(colour) || colour.startsWith('on-') || colour === 'sky'),
      )
      .map(({ colour }) => `${file}: text-${colour}`),
    ...coloursOf(classes, 'bg')
      .filter(({ colour }) => !grounds.has(colour) && !bare.has(colour))
      .map(({ colour }) => `${file}: bg-${colour}`),
  ])
  expect(problems).toEqual([])
})

test('the boxes of the calendar have words and grounds whose contrast is computed', () => {
  const css = readFileSync(join(SOURCE, 'features/calendar/schedule-x.css'), 'utf8')
  const boxes = [...css.matchAll(/--box: var\(--([\w-]+)\);\s*--box-ink: var\(--([\w-]+)\);/g)]
  expect(boxes.length).toBeGreaterThan(4)
  expect(boxes.filter(([, ground, front]) => !known.has(`${front} on ${ground}`)).map(([all]) => all)).toEqual([])
})
