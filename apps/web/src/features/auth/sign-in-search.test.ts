import { expect, test } from 'vitest'
import { readSignInSearch } from './sign-in-search.ts'

test('after signing in only a path of this app is followed', () => {
  expect(readSignInSearch({ returnTo: '/calendar?view=day' }).returnTo).toBe('/calendar?view=day')
  for (const returnTo of ['//evil.example', '/\\evil.example', 'https://evil.example', 'calendar', 7])
    expect(readSignInSearch({ returnTo }).returnTo).toBeUndefined()
})

test('H1: why Google did not sign somebody in is text, or not said', () => {
  expect(readSignInSearch({ problem: 'DENIED' }).problem).toBe('DENIED')
  for (const problem of ['', 7, ['DENIED'], undefined]) expect(readSignInSearch({ problem }).problem).toBeUndefined()
})
