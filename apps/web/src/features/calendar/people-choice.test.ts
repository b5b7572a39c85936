import { expect, test } from 'vitest'
import { chosenIds, toggled } from './people-choice.ts'

const MEMBERS = [{ id: 'ana' }, { id: 'tom' }, { id: 'zoe' }]

test('nothing chosen means oneself, everyone means everyone', () => {
  expect(chosenIds(undefined, MEMBERS, 'tom')).toEqual(['tom'])
  expect(chosenIds('everyone', MEMBERS, 'tom')).toEqual(['ana', 'tom', 'zoe'])
})

test('pressing adds and removes, and the choice is said in its shortest form', () => {
  expect(toggled(undefined, 'ana', MEMBERS, 'tom')).toEqual(['ana', 'tom'])
  expect(toggled(['ana', 'tom'], 'zoe', MEMBERS, 'tom')).toBe('everyone')
  expect(toggled('everyone', 'tom', MEMBERS, 'tom')).toEqual(['ana', 'zoe'])
  expect(toggled(['ana', 'tom'], 'ana', MEMBERS, 'tom')).toBeUndefined()
  expect(toggled(undefined, 'tom', MEMBERS, 'tom')).toBeUndefined()
})
