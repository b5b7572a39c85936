/** Why linking an account failed, after the person came back from the page where they were asked. */
export const OAUTH_FAILURES = [
  'DENIED',
  'STATE_MISSING',
  'STATE_WRONG',
  'STATE_EXPIRED',
  'SIGNED_OUT',
  'CODE_EXPIRED',
  'SCOPES_MISSING',
  'NO_REFRESH_TOKEN',
  'ACCOUNT_TAKEN',
  'PROVIDER_UNAVAILABLE',
  'PROVIDER_REFUSED',
] as const
export type OAuthFailure = (typeof OAUTH_FAILURES)[number]

const WORDS: Record<OAuthFailure, string> = {
  DENIED: 'You did not allow access at Google, so nothing was connected. You can try again at any time.',
  STATE_MISSING: 'The answer from Google was incomplete. Start again with “Connect”.',
  STATE_WRONG:
    'This answer does not belong to a connection that you started in this browser, or was used already. Start again with “Connect”.',
  STATE_EXPIRED: 'You were away for too long. Start again with “Connect”.',
  SIGNED_OUT: 'You were signed out meanwhile. Sign in, and start again with “Connect”.',
  CODE_EXPIRED:
    'Google does not accept its own answer any more: it was too old, or used already. Start again with “Connect”.',
  SCOPES_MISSING:
    'A box on Google’s page was left unticked. We need to see your calendars and to change your events: connect again, and leave both ticked.',
  NO_REFRESH_TOKEN:
    'Google allowed access for one hour only. Remove this app under “Third-party connections” of your Google account, and connect again.',
  ACCOUNT_TAKEN: 'This Google account is connected by somebody else already.',
  PROVIDER_UNAVAILABLE: 'Google can not be reached. Try again in a few minutes.',
  PROVIDER_REFUSED:
    'Google does not know this installation: its client id, secret or redirect address is wrong. Tell whoever runs it.',
}

/** What a person reads when linking an account failed. */
export function describeOAuthFailure(failure: OAuthFailure): string {
  return WORDS[failure]
}
