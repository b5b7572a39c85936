/** From the most particular on: Edge and Opera call themselves Chrome too, and Chrome calls itself Safari. */
const BROWSERS = [
  [/\bEdgA?(iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\bHeadlessChrome\//, 'Headless Chrome'],
  [/\b(Chrome|Chromium|CriOS)\//, 'Chrome'],
  [/\bVersion\/[\d.]+ (Mobile\/\w+ )?Safari\//, 'Safari'],
] as const

/** An iPad may call itself a Mac, which nothing here can tell apart. */
const SYSTEMS = [
  [/\b(iPhone|iPod)\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
] as const

const HANDHELD = new Set(['iPhone', 'iPad', 'Android'])
const MOST_CHARACTERS = 60

export interface Device {
  /** `Firefox on Windows` */
  name: string
  isHandheld: boolean
}

/** A browser in words from what it calls itself (the User-Agent header); what is not known is shown as it is. */
export function deviceOf(userAgent: string): Device {
  const browser = find(BROWSERS, userAgent)
  const system = find(SYSTEMS, userAgent)
  const isHandheld = system !== undefined && HANDHELD.has(system)
  if (browser && system) return { name: `${browser} on ${system}`, isHandheld }
  if (browser) return { name: browser, isHandheld }
  return { name: userAgent === '' ? 'An unknown browser' : cut(userAgent), isHandheld }
}

function find(known: readonly (readonly [RegExp, string])[], userAgent: string): string | undefined {
  return known.find(([pattern]) => pattern.test(userAgent))?.[1]
}

function cut(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text
}
