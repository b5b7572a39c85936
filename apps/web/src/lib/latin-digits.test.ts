import { expect, test } from 'vitest'
import { latinDigits } from './latin-digits.ts'

test.each([
  ['٤٥', '45'],
  ['۹۰', '90'],
  ['３０ 分', '30 分'],
  ['15', '15'],
  ['Raum ٣b', 'Raum 3b'],
])('%j is %j', (typed, expected) => {
  expect(latinDigits(typed)).toBe(expected)
})
