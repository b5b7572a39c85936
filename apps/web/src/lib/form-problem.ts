import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'
import { describeProblem } from './problem.ts'

type Form<Values extends FieldValues, Output> = Pick<UseFormReturn<Values, unknown, Output>, 'setError' | 'getValues'>

/**
 * Shows what the server refused: at the field where the form has it, else above the form (`errors.root`). What was
 * typed stays.
 */
export function showProblem<Values extends FieldValues, Output>(form: Form<Values, Output>, error: unknown): void {
  const { message, fields } = describeProblem(error)
  const values = form.getValues()
  const strangers: string[] = []
  for (const [path, text] of Object.entries(fields)) {
    // The server names fields of its input, which the form's are named after; a path it does not have is a stranger.
    if (isPath(values, path)) form.setError(path, { message: text }, { shouldFocus: true })
    else strangers.push(`${path}: ${text}`)
  }
  if (Object.keys(fields).length === 0) form.setError('root', { message })
  else if (strangers.length > 0) form.setError('root', { message: strangers.join(' ') })
}

function isPath<Values extends FieldValues>(values: Values, path: string): path is FieldPath<Values> {
  let value: unknown = values
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !(key in value)) return false
    value = Reflect.get(value, key)
  }
  return true
}
