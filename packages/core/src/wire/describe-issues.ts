import type { z } from 'zod'

/** Field path (`participants.0.email`) to message, for `error.data.fields` and for forms. */
export function describeIssues(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    const path = issue.path.join('.')
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys) fields[path ? `${path}.${key}` : key] = 'Not a field of this input.'
    else fields[path] ??= issue.message
  }
  return fields
}
