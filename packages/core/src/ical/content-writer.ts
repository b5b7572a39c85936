import ICAL from 'ical.js'

/** A property as jCal has it (RFC 7265, 3.4): name and parameters in lower case, type, values. */
export type JcalProperty = [name: string, parameters: Record<string, string>, type: string, ...values: string[]]

/** A component as jCal has it (RFC 7265, 3.3): name in lower case, properties, components. */
export type JcalComponent = [name: string, properties: JcalProperty[], components: JcalComponent[]]

/** As iCalendar, but rules are written as they are: ical.js would refuse one with a part that it does not know. */
const DESIGN = { ...ICAL.design.icalendar, value: { ...ICAL.design.icalendar.value, recur: {} } }

/** The lines of a component (RFC 5545, 3.1), with CRLF after each. */
export function writeComponent(component: JcalComponent): string {
  return listLines(component)
    .map((line) => `${foldLine(line)}\r\n`)
    .join('')
}

function listLines([name, properties, components]: JcalComponent): string[] {
  return [
    `BEGIN:${name.toUpperCase()}`,
    ...properties.map((property) => ICAL.stringify.property(property, DESIGN, true)),
    ...components.flatMap(listLines),
    `END:${name.toUpperCase()}`,
  ]
}

const MAX_OCTETS = 75

/** ical.js folds too, but forgets the space that begins the next line, and so has one octet too many in it. */
function foldLine(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = countOctets(character.codePointAt(0) ?? 0)
    if (octets + size > MAX_OCTETS) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded
}

/** In UTF-8 */
function countOctets(codePoint: number): number {
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}
