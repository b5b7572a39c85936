/** What the address of the search page says. */
export interface SearchAddress {
  text?: string | undefined
}

/** As much as the API takes. */
export const MAX_TEXT = 200

/** Reads the address. What looks like a number comes as one. */
export function readSearchAddress({ text }: Record<string, unknown>): SearchAddress {
  const isWord = typeof text === 'string' || typeof text === 'number' || typeof text === 'boolean'
  return { text: (isWord && String(text).slice(0, MAX_TEXT)) || undefined }
}
