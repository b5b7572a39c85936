import { SIGN_IN_FAILURES, type SignInFailure } from '@astralis/core/people/sign-in-failure'

const WORDS: Record<SignInFailure, string> = {
  DENIED: 'You did not allow it at Google. You can try again at any time.',
  STATE_WRONG:
    'This answer of Google does not belong to something that you started in this browser in the last minutes, or was used already. Start again.',
  SIGNED_OUT: 'You were signed out meanwhile. Sign in, and link the account again in the settings.',
  CODE_EXPIRED: 'Google does not accept its own answer any more: it was too old, or used already. Start again.',
  PROVIDER_UNAVAILABLE: 'Google can not be reached. Try again in a few minutes.',
  PROVIDER_REFUSED:
    'Google does not know this installation: its client id, secret or redirect address is wrong. Tell whoever runs it.',
  EMAIL_NOT_VERIFIED:
    'Google has not checked the e-mail address of this account. Confirm it at Google, or choose another account.',
  GOOGLE_NOT_LINKED:
    'This Google account is linked to nobody here. Sign in with your password, and link it in the settings under “Security”.',
  IDENTITY_TAKEN: 'Somebody else signs in with this Google account already. Choose another one.',
}

/** What a person reads who comes back from Google without what they went for. */
export function signInFailureWords(problem: string): string {
  const failure = SIGN_IN_FAILURES.find((known) => known === problem)
  return failure ? WORDS[failure] : 'Google did not answer as expected. Start again.'
}
