import { expect, test } from 'vitest'
import { firstDayOfWeek, regionalEnglish } from './locale.ts'

test.each([
  ['de-DE', 'en-DE'],
  ['ja', 'en-JP'],
  ['en', 'en-US'],
  ['es-419', 'en-US'],
  ['en-US@posix', 'en-US'],
  ['', 'en-US'],
])('the habits of %j are those of %s', (language, expected) => {
  expect(regionalEnglish(language)).toBe(expected)
})

test('a week begins on Sunday in America, on Monday in Germany and on Saturday in Egypt', () => {
  expect(['en-US', 'en-DE', 'en-EG'].map((locale) => firstDayOfWeek(locale))).toEqual([7, 1, 6])
})
