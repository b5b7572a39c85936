import { expect, test } from 'vitest'
import { readSettingsSearch } from './settings-search.ts'

test('a section is found by its address, and an unknown one is none', () => {
  expect(readSettingsSearch({ section: 'tokens' }).section).toBe('tokens')
  for (const section of ['secrets', '', 7, undefined]) expect(readSettingsSearch({ section }).section).toBeUndefined()
})

test('H1: who comes back from Google is shown how they sign in', () => {
  expect(readSettingsSearch({ linked: 'ana@gmail.example' })).toEqual({
    section: 'security',
    linked: 'ana@gmail.example',
    problem: undefined,
  })
  expect(readSettingsSearch({ problem: 'DENIED', section: 'profile' }).section).toBe('security')
  expect(readSettingsSearch({ problem: 7 })).toEqual({ section: undefined, linked: undefined, problem: undefined })
})
