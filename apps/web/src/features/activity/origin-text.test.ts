import { expect, it } from 'vitest'
import { actorText, originText } from './origin-text.ts'

it.each([
  ['web 203.0.113.7', 'Browser, 203.0.113.7', 'A guest'],
  ['api 203.0.113.7 Nightly report', 'API, 203.0.113.7, Nightly report', 'A guest'],
  ['worker', 'By itself', 'AstralisOps'],
  ['google', 'Google Calendar', 'AstralisOps'],
  ['something new', 'something, new', 'AstralisOps'],
])('B7: where a change came from, and who is behind it without an account: %s', (origin, place, nobody) => {
  expect(originText(origin)).toBe(place)
  expect(actorText({ actor: null, origin })).toBe(nobody)
  expect(actorText({ actor: { name: 'Ana Silva' }, origin })).toBe('Ana Silva')
})
