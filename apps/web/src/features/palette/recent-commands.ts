const STORAGE_KEY = 'astralis.palette'
const MAX_KEPT = 8

/** Ids of the commands that this user chose last in this browser, the latest first. */
export function recentCommands(userId: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(`${STORAGE_KEY}.${userId}`) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : []
  } catch {
    // Storage is switched off, or holds something else: nothing is remembered.
    return []
  }
}

export function rememberCommand(userId: string, id: string): void {
  const ids = [id, ...recentCommands(userId).filter((known) => known !== id)].slice(0, MAX_KEPT)
  try {
    localStorage.setItem(`${STORAGE_KEY}.${userId}`, JSON.stringify(ids))
  } catch {
    // As above.
  }
}
