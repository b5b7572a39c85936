/**
 * Browsers keep to the names that a zone had when Unicode first listed it. People look for the cities as they are called
 * today, which are IANA names too.
 */
const NAMES_OF_TODAY: Partial<Record<string, string>> = {
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

/** The zone by the name that its city has today. */
export function nameOfToday(timeZone: string): string {
  return NAMES_OF_TODAY[timeZone] ?? timeZone
}

/** The zone that this computer is set to. */
export const BROWSER_TIME_ZONE = nameOfToday(Intl.DateTimeFormat().resolvedOptions().timeZone)

/** Every zone the browser knows (IANA names); UTC is valid too but not in its list. */
export const TIME_ZONES: readonly string[] = [
  'UTC',
  ...Intl.supportedValuesOf('timeZone')
    .filter((name) => name !== 'UTC')
    .map(nameOfToday)
    .toSorted(),
]
