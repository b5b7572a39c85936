import type { GoogleSignIn } from '@astralis/calendars/google/google-sign-in'
import type { TokenSeal } from '../connections/token-seal.ts'

/** What signing in with Google needs of the outside. None of it is called inside a transaction. */
export interface GoogleServices {
  /** Null where nobody has set up the credentials of this product there. */
  signIn: GoogleSignIn | null
  seal: TokenSeal
}
