const SVG = 'http://www.w3.org/2000/svg'

/** Lucide's triangle-alert, circle-check and repeat, on a ground of 24 by 24. */
const PATHS = {
  alert: 'm21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3M12 9v4M12 17h.01',
  check: 'M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0M9 12l2 2 4-4',
  repeat: 'm17 2 4 4-4 4M3 11v-1a4 4 0 0 1 4-4h14M7 22l-4-4 4-4M21 13v1a4 4 0 0 1-4 4H3',
} as const

const drawn = new Map<string, SVGElement>()

/** An icon of a card, without a component: there are thousands of them. */
export function cardIcon(name: keyof typeof PATHS): Node {
  const known = drawn.get(name) ?? draw(name)
  drawn.set(name, known)
  return known.cloneNode(true)
}

function draw(name: keyof typeof PATHS): SVGElement {
  const icon = document.createElementNS(SVG, 'svg')
  const line = document.createElementNS(SVG, 'path')
  line.setAttribute('d', PATHS[name])
  icon.setAttribute('viewBox', '0 0 24 24')
  icon.setAttribute('aria-hidden', 'true')
  icon.setAttribute('class', `event-card-icon is-${name}`)
  icon.append(line)
  return icon
}
