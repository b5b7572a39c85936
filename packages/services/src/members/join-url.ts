/** The page where somebody joins, which only who has the link can open. */
export function joinUrl(publicUrl: string, token: string): string {
  return `${publicUrl}/join/${token}`
}
