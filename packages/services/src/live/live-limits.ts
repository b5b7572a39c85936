/** How live changes are told. */
export interface LiveLimits {
  /** Between two looks at the database, while somebody listens. */
  lookMilliseconds: number
  /** How long a stream lasts before its caller has to say anew who they are: an ended session listens no longer than that. */
  streamSeconds: number
  /** Streams that one person may have on one server at a time; a browser keeps one for each page that is seen. */
  streamsPerPerson: number
}

export const LIVE_LIMITS: LiveLimits = { lookMilliseconds: 250, streamSeconds: 120, streamsPerPerson: 12 }
