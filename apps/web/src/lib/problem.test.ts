import { TRPCClientError } from '@trpc/client'
import { expect, test } from 'vitest'
import { describeProblem } from './problem.ts'

test('without an answer the connection is named, and trying again makes sense', () => {
  const problem = describeProblem(TRPCClientError.from(new TypeError('fetch failed')))
  expect(problem).toMatchObject({ isTransient: true, reason: null })
  expect(problem.message).toMatch(/^The server cannot be reached/)
})

test('an answer speaks for itself; only a fault of the server is worth asking again', () => {
  const answer = (httpStatus: number) =>
    TRPCClientError.from({
      error: { message: 'Words.', code: -32600, data: { code: 'CONFLICT', httpStatus, reason: 'VERSION_MISMATCH' } },
    })
  expect(describeProblem(answer(409))).toEqual({
    message: 'Words.',
    reason: 'VERSION_MISMATCH',
    fields: {},
    isTransient: false,
  })
  expect(describeProblem(answer(503)).isTransient).toBe(true)
})

test('a fault of the page is not blamed on the server', () => {
  expect(describeProblem(new Error('x is not a function')).message).toMatch(/went wrong on this page/)
})
