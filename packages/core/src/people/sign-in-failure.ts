/**
 * Why signing in with Google, or linking an account to sign in with, failed after the person came back from Google. None of
 * them has changed anything.
 */
export const SIGN_IN_FAILURES = [
  'DENIED',
  'STATE_WRONG',
  'SIGNED_OUT',
  'CODE_EXPIRED',
  'PROVIDER_UNAVAILABLE',
  'PROVIDER_REFUSED',
  'EMAIL_NOT_VERIFIED',
  'GOOGLE_NOT_LINKED',
  'IDENTITY_TAKEN',
] as const
export type SignInFailure = (typeof SIGN_IN_FAILURES)[number]
