import type { ContentLine } from './content-line.ts'
import { quote, type Report } from './problem.ts'

/** What stands between BEGIN and END (RFC 5545, 3.6); `line` is that of its BEGIN. */
export interface Component {
  name: string
  line: number
  /** Without those of its children */
  lines: ContentLine[]
  parent: Component | null
  children: Component[]
}

/** Where in the file a line is. */
interface Place {
  innermost: Component | null
  /** The one of ENTRIES that is open */
  entry: Component | null
  /** How many are open, by name, so that an END without a BEGIN costs no search */
  open: Map<string, number>
  report: Report
}

/** None of these stands in another one of them, so the next one ends one whose END is missing. */
const ENTRIES = new Set(['VEVENT', 'VTODO', 'VJOURNAL', 'VFREEBUSY', 'VTIMEZONE', 'VAVAILABILITY'])
const MARK = /^\s*(BEGIN|END)\s*:/i

/** Every component of a file, in the order of their BEGIN, at whatever depth and with or without an END. */
export function readComponents(lines: readonly ContentLine[], report: Report): Component[] {
  const components: Component[] = []
  const place: Place = { innermost: null, entry: null, open: new Map(), report }
  const strayLines: ContentLine[] = []
  for (const content of lines) {
    const [head = '', mark] = MARK.exec(content.text) ?? []
    const name = content.text.slice(head.length).trim().toUpperCase()
    if (mark === undefined) (place.innermost?.lines ?? strayLines).push(content)
    else if (mark.toUpperCase() === 'BEGIN') components.push(begin(place, name, content.line))
    else end(place, name, content.line)
  }
  while (place.innermost) close(place, false)
  const [stray] = strayLines
  if (stray) report('Expected BEGIN before this line; lines outside of components are left out.', stray.line)
  return components
}

function begin(place: Place, name: string, line: number): Component {
  const isEntry = ENTRIES.has(name)
  while (name === 'VCALENDAR' ? place.innermost : isEntry && place.entry) close(place, false)
  const component: Component = { name, line, lines: [], parent: place.innermost, children: [] }
  place.innermost?.children.push(component)
  place.innermost = component
  if (isEntry) place.entry = component
  place.open.set(name, countOpen(place, name) + 1)
  return component
}

function end(place: Place, name: string, line: number): void {
  if (countOpen(place, name) === 0) return place.report(`${quote(`END:${name}`)} has no BEGIN and is left out.`, line)
  while (place.innermost && place.innermost.name !== name) close(place, false)
  return close(place, true)
}

function close(place: Place, hasEnd: boolean): void {
  const component = place.innermost
  if (!component) return
  const { name, line, parent } = component
  if (!hasEnd)
    place.report(
      `Expected ${quote(`END:${name}`)} for this BEGIN; what follows up to the next component belongs to it.`,
      line,
    )
  place.open.set(name, countOpen(place, name) - 1)
  if (place.entry === component) place.entry = null
  place.innermost = parent
}

function countOpen({ open }: Place, name: string): number {
  return open.get(name) ?? 0
}
