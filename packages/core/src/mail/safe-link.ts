const WEB_ADDRESS = /^https?:\/\/[^\s\p{C}"<>\\^`{|}]+$/iu

/**
 * A web address as it stands, or null for what is none: `javascript:` would run in the reader's browser, and what an
 * address can not hold (RFC 3986, 2) may end the attribute or the line that it stands in.
 */
export function safeLink(text: string | null): string | null {
  return text !== null && WEB_ADDRESS.test(text) ? text : null
}
