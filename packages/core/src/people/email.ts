import { z } from 'zod'

/** A person's key within an organization: the address, trimmed and lower-cased. Two spellings are one person. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'Expected an e-mail address of at most 254 characters.')
  .pipe(z.email('Expected an e-mail address such as ana@example.com.'))
