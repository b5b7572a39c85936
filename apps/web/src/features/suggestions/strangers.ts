import type { Suggestions } from './suggestions.ts'

type Warnings = Suggestions['warnings']

/** Whom the search knows nothing of: the first of them by address, and whether there are more than it named. */
export function strangersIn(warnings: Warnings): { emails: string[]; isMore: boolean } {
  const unknown = warnings.filter(({ code }) => code === 'UNKNOWN_PERSON')
  const emails = unknown.flatMap(({ email }) => email ?? [])
  return { emails, isMore: emails.length < unknown.length }
}

/** `a@x.example, b@x.example and others`, in a sentence about two or more. */
export function strangersText({ emails, isMore }: ReturnType<typeof strangersIn>): string {
  const shown = emails.slice(0, MAX_NAMED)
  const named = shown.length < emails.length || isMore ? [...shown, 'others'] : shown
  return new Intl.ListFormat('en-GB').format(named)
}

const MAX_NAMED = 5
