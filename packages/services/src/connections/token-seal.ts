/** Where a sealed token belongs: bound to it, so that it opens nowhere else. */
export interface SealedPlace {
  table: 'connections' | 'authorizations'
  /** The row. */
  id: string
  column: string
  orgId: string
  provider: string
}

/** Keeps provider tokens unreadable in the database (AES-256-GCM). */
export interface TokenSeal {
  seal(text: string, place: SealedPlace): string
  /** Throws for what was changed, belongs elsewhere, or was sealed with a key that is not known any more. */
  open(sealed: string, place: SealedPlace): string
  /** Whether it was sealed with another key than the present one. */
  isOutdated(sealed: string): boolean
}
