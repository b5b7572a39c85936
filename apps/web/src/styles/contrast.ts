const CHANNEL = /[\da-f]{2}/gi
const HEX = 16
const FULL = 255
const WEIGHTS = [0.2126, 0.7152, 0.0722]
const GLARE = 0.05

/** The relative luminance of a colour such as `#2b6cb0`, 0 for black to 1 for white (WCAG 2.2). */
function luminance(colour: string): number {
  const channels = colour.match(CHANNEL) ?? []
  if (channels.length !== WEIGHTS.length) throw new Error(`${colour} is not a colour of six hexadecimal digits.`)
  return channels.reduce((sum, channel, index) => {
    const share = Number.parseInt(channel, HEX) / FULL
    const linear = share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    return sum + linear * (WEIGHTS[index] ?? 0)
  }, 0)
}

/** How far two colours stand out from each other, 1 to 21 (WCAG 2.2), the order does not matter. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter + GLARE) / (darker + GLARE)
}
