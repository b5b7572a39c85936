import { expect, test } from 'vitest'
import { alongLine } from './arrow-key.ts'

test.each([
  ['ArrowLeft', 'ltr', 'ArrowLeft'],
  ['ArrowLeft', 'rtl', 'ArrowRight'],
  ['ArrowRight', 'rtl', 'ArrowLeft'],
  ['ArrowUp', 'rtl', 'ArrowUp'],
  ['Home', 'rtl', 'Home'],
] as const)('%s on a page that runs %s leads where %s leads along the line', (key, direction, expected) => {
  expect(alongLine(key, direction)).toBe(expected)
})
