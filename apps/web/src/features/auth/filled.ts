import { z } from 'zod'

/** A field that says what is missing as a person would; whatever is typed is for `schema` to judge. */
export function filled(schema: z.ZodType<string, string>, missing: string) {
  return z.string().trim().min(1, missing).pipe(schema)
}
