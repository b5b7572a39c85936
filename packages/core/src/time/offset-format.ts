/** Making one takes longer than anything else that is done with a zone. More names than zones are spellings of them. */
const formats = new Map<string, Intl.DateTimeFormat>()
const MAX_FORMATS = 1000

/** Writes `12/31/1969, GMT-00:44:30` with the zone's offset at an instant. Throws RangeError for an unknown zone. */
export function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  if (formats.size >= MAX_FORMATS) formats.clear()
  formats.set(timeZone, format)
  return format
}
