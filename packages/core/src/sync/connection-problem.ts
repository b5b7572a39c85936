/** Why a connection, or one of its calendars, is not kept in step. */
export const CONNECTION_PROBLEMS = [
  'CONSENT_WITHDRAWN',
  'SCOPES_MISSING',
  'CALENDAR_GONE',
  'CALENDAR_FORBIDDEN',
  'RATE_LIMITED',
  'PROVIDER_UNAVAILABLE',
  'REQUEST_REFUSED',
] as const
export type ConnectionProblem = (typeof CONNECTION_PROBLEMS)[number]

export interface ProblemWords {
  /** What is wrong. */
  what: string
  /** What its person can do; says so where that is nothing. */
  remedy: string
}

const WORDS: Record<ConnectionProblem, ProblemWords> = {
  CONSENT_WITHDRAWN: {
    what: 'Google does not accept our permission any more: it was withdrawn, or has expired.',
    remedy: 'Connect again. Changes made meanwhile are kept, and are sent then.',
  },
  SCOPES_MISSING: {
    what: 'Google was not allowed to let us see your calendars and change your events.',
    remedy: 'Connect again, and leave both boxes ticked on Google’s page.',
  },
  CALENDAR_GONE: {
    what: 'A calendar that you chose does not exist at Google any more, or is not shared with you any more.',
    remedy: 'Choose your calendars again.',
  },
  CALENDAR_FORBIDDEN: {
    what: 'Google does not let this account use a calendar that you chose.',
    remedy: 'Ask the owner of the calendar to share it with you, or choose another.',
  },
  RATE_LIMITED: {
    what: 'Google asked us to slow down.',
    remedy: 'Nothing to do: syncing goes on by itself in a while.',
  },
  PROVIDER_UNAVAILABLE: {
    what: 'Google can not be reached.',
    remedy: 'Nothing to do: we keep trying, and changes on both sides are kept.',
  },
  REQUEST_REFUSED: {
    what: 'Google refused a change as not valid.',
    remedy: 'The log says which event it was. Change that event, or leave it: the others are kept in step.',
  },
}

/** What is wrong with a connection, and what to do. */
export function describeProblem(problem: ConnectionProblem): ProblemWords {
  return WORDS[problem]
}
