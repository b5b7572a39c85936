import { describe, expect, it } from 'vitest'
import { GROUNDS, LETTERS } from './html-colours.ts'

/** WCAG 2.2, relative luminance of `#RRGGBB` */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const { 'on-bar': onBar, 'on-main': onMain, ...others } = LETTERS
const PAIRS = [
  { name: 'on-bar', letters: onBar, ground: GROUNDS.bar },
  { name: 'on-main', letters: onMain, ground: GROUNDS.main },
  { name: 'muted on the page', letters: LETTERS.muted, ground: GROUNDS.page },
  ...Object.entries(others).map(([name, letters]) => ({ name, letters, ground: GROUNDS.card })),
]

describe('the colours of mail', () => {
  it.each(PAIRS)('can be read: $name', ({ letters, ground }) => {
    expect(contrast(letters.light, ground.light)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(letters.dark, ground.dark)).toBeGreaterThanOrEqual(4.5)
  })
})
