/** Remembered by this browser, like the theme: mails are the same for everybody. */
const STORAGE_KEY = 'astralis.region'

/** The region that was chosen in this browser, a BCP 47 tag; null where the browser's own language decides. */
export function chosenRegion(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY)
  } catch {
    // Storage is switched off: the browser's language decides.
    return null
  }
}

/** Remembers a region, or with null follows the browser again; answers whether the browser allows it. */
export function rememberRegion(region: string | null): boolean {
  try {
    if (region === null) localStorage.removeItem(STORAGE_KEY)
    else localStorage.setItem(STORAGE_KEY, region)
    return true
  } catch {
    return false
  }
}
