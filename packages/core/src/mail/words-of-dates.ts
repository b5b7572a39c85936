import { wallOf } from '../ical/moment.ts'

const formatOf = (length: 'long' | 'short') =>
  new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', weekday: length, day: 'numeric', month: length, year: 'numeric' })
const [LONG, SHORT] = [formatOf('long'), formatOf('short')]

/** `Tuesday, 10 March 2026`; of a local wall time `YYYY-MM-DDTHH:mm:ss`, as all here. */
export function longDate(local: string): string {
  const { weekday, day, month, year } = partsOf(LONG, local)
  return `${weekday}, ${day} ${month} ${year}`
}

/** `Tue 10 Mar 2026` */
export function shortDate(local: string): string {
  const { weekday, day, month, year } = partsOf(SHORT, local)
  return `${weekday} ${day} ${month} ${year}`
}

/** `10:00` */
export function clockOf(local: string): string {
  return local.slice('YYYY-MM-DDT'.length, 'YYYY-MM-DDTHH:mm'.length)
}

/** In parts, because what stands between them differs from engine to engine. */
function partsOf(format: Intl.DateTimeFormat, local: string): Partial<Record<Intl.DateTimeFormatPartTypes, string>> {
  return Object.fromEntries(format.formatToParts(wallOf(local)).map(({ type, value }) => [type, value]))
}
