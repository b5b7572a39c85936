import { readText } from './google-text.ts'

/*
 * Google's editor writes HTML as soon as anything is formatted, other programs write plain text, and the API does not say
 * which it is. The tags of its editor make it HTML.
 */
const TAG = /<\/?(?:a|b|br|div|em|h[1-6]|html-blob|i|li|ol|p|s|span|strong|u|ul)(?:\s[^<>]*)?\/?>/gi

/** Google's description as plain text. Text without tags stays as it is. */
export function readDescription(description: string | undefined): string {
  const text = readText(description)
  return isHtml(text) ? readText(toPlainText(text)) : text
}

/** Plain text that `readDescription` reads as the same: what would look like HTML is written as such. */
export function writeDescription(text: string): string {
  if (!isHtml(text)) return text
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return `<span>${escaped}</span>`
}

function isHtml(text: string): boolean {
  return text.search(TAG) !== -1
}

const LINK = /<a\s[^<>]*?href="([^"<>]*)"[^<>]*>([^<>]*)<\/a>/gi

function toPlainText(html: string): string {
  const text = html
    .replaceAll(LINK, (_link, href: string, label: string) => (label === href ? href : `${label} (${href})`))
    .replaceAll(/<li(?:\s[^<>]*)?>/gi, '\n- ')
    .replaceAll(/<br\s*\/?>|<\/(?:div|h[1-6]|ol|p|ul)>/gi, '\n')
    .replaceAll(TAG, '')
  return decodeEntities(text)
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
])

function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (entity, decimal, hex, name) => {
    if (typeof name === 'string') return ENTITIES.get(name.toLowerCase()) ?? entity
    const point = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16)
    return point > 0 && point <= 0x10_ff_ff ? String.fromCodePoint(point) : entity
  })
}
