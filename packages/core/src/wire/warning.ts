/** Something the caller may not have meant, or has to know; the answer stands all the same. */
export interface Warning {
  code: 'IN_THE_PAST' | 'OUTSIDE_AVAILABILITY' | 'UNKNOWN_PERSON' | 'STARTS_LATER'
  message: string
  /** Whom it is about, where it is about somebody. */
  email?: string
}
