import { expect, test } from 'vitest'
import { dateLocale, directionOf, firstDayOfWeek, regionalEnglish } from './locale.ts'

test.each([
  ['de-DE', 'en-DE'],
  ['ja', 'en-JP'],
  ['ar', 'en-EG'],
  ['en', 'en-US'],
  ['es-419', 'en-US'],
  ['en-US@posix', 'en-US'],
  ['', 'en-US'],
])('the habits of %j are those of %s', (language, expected) => {
  expect(regionalEnglish(language)).toBe(expected)
})

test.each([
  ['de-DE', 'de-DE'],
  ['ar-EG', 'ar-EG'],
  ['fa-IR', 'fa-IR-u-ca-gregory'],
  ['th-TH', 'th-TH-u-ca-gregory'],
  ['en-US@posix', 'en-US'],
  ['', 'en-US'],
])('dates of %j are written as in %s', (language, expected) => {
  expect(dateLocale(language)).toBe(expected)
})

test('a week begins on Sunday in America and Japan, on Monday in Germany and on Saturday in Egypt', () => {
  expect(['en-US', 'ja-JP', 'de-DE', 'ar-EG'].map((locale) => firstDayOfWeek(locale))).toEqual([7, 7, 1, 6])
})

test('Arabic, Hebrew and Persian run right to left, and what is not a language does not', () => {
  expect(['ar', 'ar-EG', 'he-IL', 'fa', 'ur-PK', 'ku-Arab'].map(directionOf)).toEqual(
    Array.from({ length: 6 }, () => 'rtl'),
  )
  expect(['en-GB', 'de', 'ja', 'ku', 'pa', ''].map(directionOf)).toEqual(Array.from({ length: 6 }, () => 'ltr'))
})
