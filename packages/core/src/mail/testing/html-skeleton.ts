/** What a page is made of, without its texts: tags with the names of their attributes, and where its links lead. */
export interface HtmlSkeleton {
  tags: string[]
  links: string[]
  /** Texts between tags, decoded, but not those of styles. */
  texts: string[]
}

const TEXT = /(?:[^<>&]|&(?:[a-z]+|#\d+);)+/y
const TAG = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:="(?:[^"<>&]|&(?:[a-z]+|#\d+);)*")?)*)>/y
const MARKUP = [/<!doctype html>\n/y, /<!--\[if mso\]>(?:<[^!>]*>)+<!\[endif\]-->/y]
const STYLE = /[^<]*/y
const VOID = ['meta', 'br']

/**
 * Reads a page far more strictly than browsers do: what they would mend, such as a bare `<` or `&`, an attribute without
 * quotes, or an end tag in the wrong place, is an error.
 */
export function readSkeleton(html: string): HtmlSkeleton {
  const skeleton: HtmlSkeleton = { tags: [], links: [], texts: [] }
  const open: string[] = []
  let at = 0
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at
    const found = pattern.exec(html)
    if (found) at += found[0].length
    return found
  }
  while (at < html.length) {
    if (open.at(-1) === 'style') match(STYLE)
    if (MARKUP.some((pattern) => match(pattern))) continue
    const text = match(TEXT)
    if (text) {
      skeleton.texts.push(decode(text[0]))
      continue
    }
    const tag = match(TAG)
    if (!tag) throw new Error(`Not a tag: ${JSON.stringify(html.slice(at, at + 60))}`)
    readTag(tag, open, skeleton)
  }
  if (open.length > 0) throw new Error(`Never closed: ${open.join(', ')}`)
  return skeleton
}

function readTag([, slash, name = '', attributes = '']: RegExpExecArray, open: string[], skeleton: HtmlSkeleton): void {
  if (slash) {
    if (open.pop() !== name) throw new Error(`Closed in the wrong place: ${name}`)
    skeleton.tags.push(`/${name}`)
    return
  }
  if (!VOID.includes(name)) open.push(name)
  skeleton.tags.push([name, ...Array.from(attributes.matchAll(/ ([a-z-]+)(?:="[^"]*")?/g), ([, own]) => own)].join(' '))
  const [, link] = / href="([^"]*)"/.exec(attributes) ?? []
  if (link !== undefined) skeleton.links.push(decode(link))
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u{a0}', zwnj: '\u{200c}' }

function decode(text: string): string {
  return text.replaceAll(/&(?:([a-z]+)|#(\d+));/g, (entity, name: string | undefined, code: string | undefined) =>
    name === undefined ? String.fromCodePoint(Number(code)) : (NAMED[name] ?? entity),
  )
}
