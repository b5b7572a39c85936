export interface SignInSearch {
  /** Where to go after signing in: a path of this app. */
  returnTo?: string | undefined
  /** True when the session ended while somebody was working. */
  hasExpired?: boolean | undefined
  /** The literal of why signing in with Google failed. */
  problem?: string | undefined
}

/** Begins with one slash: two would lead to another site. */
const OWN_PATH = /^\/(?![/\\])/

/** Reads the address of the sign-in page; what it says wrong is ignored. */
export function readSignInSearch(search: Record<string, unknown>): SignInSearch {
  const { returnTo, hasExpired, problem } = search
  const isOwnPath = typeof returnTo === 'string' && OWN_PATH.test(returnTo)
  return {
    returnTo: isOwnPath ? returnTo : undefined,
    hasExpired: hasExpired === true ? true : undefined,
    problem: typeof problem === 'string' && problem !== '' ? problem : undefined,
  }
}
