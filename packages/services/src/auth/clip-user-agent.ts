const MAX_LENGTH = 200

/** What a browser calls itself, on one line and of a length to be shown. */
export function clipUserAgent(userAgent: string): string {
  return userAgent
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, MAX_LENGTH)
}
