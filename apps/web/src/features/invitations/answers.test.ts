import { ANSWERS as CORE_ANSWERS } from '@astralis/core/events/event'
import { expect, test } from 'vitest'
import { ANSWERS } from './answers.ts'
import { readInvitationSearch } from './invitation-search.ts'

test('F7: the page offers every answer that there is', () => {
  expect(ANSWERS.toSorted()).toEqual(CORE_ANSWERS.toSorted())
})

test('F7: the answer of the mail’s button is read from the address; anything else counts as none', () => {
  for (const answer of ANSWERS) expect(readInvitationSearch({ answer })).toEqual({ answer })
  for (const answer of ['pending', 'yes', ['accepted'], 1, undefined])
    expect(readInvitationSearch({ answer })).toEqual({ answer: undefined })
})
