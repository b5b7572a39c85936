/** What of a file could not be read, and what was done about it; `line` counts from 1. */
export interface Problem {
  line?: number
  message: string
}

export type Report = (message: string, line?: number) => void

const MAX_EXCERPT = 60

/** A piece of the file as messages quote it. */
export function quote(text: string): string {
  return JSON.stringify(text.length > MAX_EXCERPT ? `${text.slice(0, MAX_EXCERPT).toWellFormed()}…` : text)
}
