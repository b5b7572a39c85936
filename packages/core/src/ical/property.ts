import type { ContentLine } from './content-line.ts'

/** `NAME;PARAMETER=value:value` (RFC 5545, 3.1): names in upper case, the value as it is written. */
export interface Property {
  line: number
  name: string
  parameters: Map<string, string>
  value: string
}

const NAME = /^\s*([^\s;:="]+)\s*/

/**
 * A line as a property; null for what is none. ical.js reads these too, but one parameter without a value, or a quoted
 * list in one that it does not know, costs it the property.
 */
export function parseProperty({ line, text }: ContentLine): Property | null {
  const [head = '', name = ''] = NAME.exec(text) ?? []
  const parameters = new Map<string, string>()
  let at = head.length
  while (text[at] === ';') {
    const end = endOfParameter(text, at + 1)
    const [key = '', ...value] = text.slice(at + 1, end).split('=')
    const parameter = key.trim().toUpperCase()
    if (!parameters.has(parameter)) parameters.set(parameter, decodeParameter(value.join('=')))
    at = end
  }
  return name !== '' && text[at] === ':'
    ? { line, name: name.toUpperCase(), parameters, value: text.slice(at + 1) }
    : null
}

/** At the next `;` or `:` outside of quotes; a quote that nothing closes is a character like others. */
function endOfParameter(text: string, start: number): number {
  let at = start
  while (at < text.length && text[at] !== ';' && text[at] !== ':') {
    const close = text[at] === '"' ? text.indexOf('"', at + 1) : -1
    at = Math.max(at, close) + 1
  }
  return at
}

/** RFC 6868 */
const CARET_CODES: Record<string, string> = { '^n': '\n', '^^': '^', "^'": '"' }

function decodeParameter(value: string): string {
  return value
    .replaceAll('"', '')
    .trim()
    .replaceAll(/\^[n^']/g, (code) => CARET_CODES[code] ?? code)
}

/** A value of type TEXT (RFC 5545, 3.3.11). */
export function decodeText(value: string): string {
  return value.replaceAll(/\\([\\;,nN])/g, (_, escaped: string) => (/n/i.test(escaped) ? '\n' : escaped))
}
