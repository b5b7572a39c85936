import { TRPCClientError } from '@trpc/client'
import { createFormControl, type FieldErrors } from 'react-hook-form'
import { expect, test } from 'vitest'
import { showProblem } from './form-problem.ts'

interface Values {
  title: string
  participants: { email: string }[]
}

/** What a form shows after the server refused it so. */
function shownAfter(refusal: { message: string; fields?: Record<string, string> }): FieldErrors<Values> {
  const form = createFormControl<Values>({ defaultValues: { title: '', participants: [{ email: 'ana@' }] } })
  let shown: FieldErrors<Values> = {}
  form.subscribe({
    formState: { errors: true },
    callback: ({ errors }) => {
      shown = errors ?? {}
    },
  })
  const { message, fields } = refusal
  const data = { code: 'BAD_REQUEST', httpStatus: 400, ...(fields && { reason: 'INVALID_INPUT', fields }) }
  showProblem(form, TRPCClientError.from({ error: { message, code: -32600, data } }))
  return shown
}

test('B3: what the server says of a field stands at that field, also deep in a list', () => {
  const fields = { title: 'Expected 1 to 200 characters.', 'participants.0.email': 'Expected an e-mail address.' }
  const shown = shownAfter({ message: 'Wrong.', fields })
  expect(shown.title?.message).toBe('Expected 1 to 200 characters.')
  expect(shown.participants?.[0]?.email?.message).toBe('Expected an e-mail address.')
  expect(shown.root).toBeUndefined()
})

test('B3: what the form has no field for stands above it, and so does what is about the whole', () => {
  expect(shownAfter({ message: 'Wrong.', fields: { reminder: 'Too long.' } }).root?.message).toBe('reminder: Too long.')
  expect(shownAfter({ message: 'Not today.' }).root?.message).toBe('Not today.')
})
