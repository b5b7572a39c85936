/** How much of something is enough, in windows that begin with the first attempt. */
export interface RateLimit {
  attempts: number
  windowMinutes: number
  /** For people: `Too many … from here.` */
  what: string
}

/*
 * An office shares one address, and somebody who is attacked must still get in: so the tight limit is on one account from one
 * address, and those on either alone are wide. What succeeds is given back.
 */
export const RATE_LIMITS = {
  'sign-in.account-and-address': { attempts: 10, windowMinutes: 15, what: 'attempts to sign in' },
  'sign-in.account': { attempts: 100, windowMinutes: 60, what: 'attempts to sign in' },
  'sign-in.address': { attempts: 200, windowMinutes: 15, what: 'attempts to sign in' },
  /** Present passwords that were asked for again, of somebody who is signed in. */
  'password.account': { attempts: 10, windowMinutes: 15, what: 'wrong passwords' },
  'sign-up.address': { attempts: 300, windowMinutes: 60, what: 'new organizations' },
  'invite.organization': { attempts: 300, windowMinutes: 60, what: 'invitations' },
  /** Links that lead nowhere: somebody guesses. */
  'link.address': { attempts: 60, windowMinutes: 15, what: 'links that are not valid' },
  'rsvp.link': { attempts: 30, windowMinutes: 60, what: 'answers' },
  /** In people times days that are searched. */
  'suggest.person': { attempts: 2_000_000, windowMinutes: 1, what: 'searches as large as these' },
} as const satisfies Record<string, RateLimit>

export type RateLimitName = keyof typeof RATE_LIMITS
