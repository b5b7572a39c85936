const MAX_LENGTH = 500

/** What a mail service said, fit to be stored and shown: in one line, not without end, and without our secrets. */
export function serviceWords(words: string, ...secrets: string[]): string {
  const line = words.toWellFormed().replaceAll(/\p{Cc}+/gu, ' ')
  return secrets.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line).slice(0, MAX_LENGTH)
}
