/** Whether this browser knows an IANA zone of that name. */
export function zoneExists(timeZone: string): boolean {
  if (!timeZone) return false
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }))
  } catch {
    return false
  }
}
