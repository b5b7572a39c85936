import type { Role } from '../people/role.ts'

/**
 * How far somebody may go with a procedure. `all`: whatever the organization has; `own`: what is theirs, and of the rest no
 * more than when people are busy; `none`: refused.
 */
export type Reach = 'all' | 'own' | 'none'

/** One procedure: what it does, who may, and what speaks for them. */
export interface AccessRule {
  /** For the page of docs that is made from this table. */
  does: string
  /** `everybody` needs no account. */
  who: 'everybody' | Record<Role, Reach>
  /** Only somebody signed in with a browser: an API token must not make tokens, or change how people sign in. */
  needsSession?: true
}

const EVERYBODY = 'everybody'
const MEMBERS = { ADMIN: 'all', OPERATOR: 'all', CLIENT: 'all' } as const
const BOOKERS = { ADMIN: 'all', OPERATOR: 'all', CLIENT: 'own' } as const
const ADMINS = { ADMIN: 'all', OPERATOR: 'none', CLIENT: 'none' } as const
const ADMINS_OR_OWN = { ADMIN: 'all', OPERATOR: 'own', CLIENT: 'own' } as const
const OWN = { ADMIN: 'own', OPERATOR: 'own', CLIENT: 'own' } as const

/**
 * Who may do what (H2): the one truth, asked before every procedure. A procedure that is not here is refused to everybody.
 */
export const ACCESS = {
  'auth.signUp': { does: 'Founds an organization, as its admin', who: EVERYBODY },
  'auth.signIn': { does: 'Signs in with a password', who: EVERYBODY },
  'auth.signOut': { does: 'Ends the caller’s session', who: EVERYBODY },
  'auth.me': { does: 'Says who the caller is', who: EVERYBODY },
  'auth.methods': { does: 'Says how people can sign in here', who: EVERYBODY },
  'auth.googleUrl': { does: 'Begins signing in with Google', who: EVERYBODY },

  'account.update': { does: 'Changes the caller’s name and time zone', who: OWN },
  'account.firstSteps': { does: 'Says which first steps the caller has taken', who: OWN },
  'account.endFirstSteps': { does: 'Puts the first steps away', who: OWN },
  'account.changePassword': {
    does: 'Changes the caller’s password, and ends their other sessions',
    who: OWN,
    needsSession: true,
  },
  'account.identities': { does: 'Lists with which accounts elsewhere the caller signs in', who: OWN },
  'account.linkGoogle': { does: 'Begins linking a Google account to sign in with', who: OWN, needsSession: true },
  'account.unlinkGoogle': { does: 'Takes the link to a Google account away', who: OWN, needsSession: true },

  'sessions.list': { does: 'Lists where the caller is signed in', who: OWN },
  'sessions.revoke': { does: 'Ends one of the caller’s sessions', who: OWN, needsSession: true },
  'sessions.revokeOthers': {
    does: 'Ends all of the caller’s sessions but the present one',
    who: OWN,
    needsSession: true,
  },

  'members.list': { does: 'Lists the members; deactivated ones only for an admin', who: MEMBERS },
  'members.invite': { does: 'Invites somebody to join the organization', who: ADMINS },
  'members.invitations': { does: 'Lists invitations to join that are open', who: ADMINS },
  'members.withdrawInvitation': { does: 'Withdraws an invitation to join', who: ADMINS },
  'members.invitation': { does: 'Shows an invitation to join to whoever has its link', who: EVERYBODY },
  'members.acceptInvitation': { does: 'Joins an organization by an invitation’s link', who: EVERYBODY },
  'members.update': { does: 'Changes a member’s role, deactivates and reactivates them', who: ADMINS },
  'members.transfer': { does: 'Hands a member’s coming meetings to another one', who: ADMINS },

  'tokens.create': { does: 'Makes an API token of at most the caller’s own role', who: OWN, needsSession: true },
  'tokens.list': { does: 'Lists API tokens', who: ADMINS_OR_OWN },
  'tokens.revoke': { does: 'Revokes an API token', who: ADMINS_OR_OWN, needsSession: true },

  'activity.list': { does: 'Reads the activity log', who: ADMINS_OR_OWN },
  'activity.export': { does: 'Exports the activity log', who: ADMINS_OR_OWN },

  'events.create': { does: 'Books an event; its creator organizes it', who: MEMBERS },
  'events.update': { does: 'Changes an event', who: BOOKERS },
  'events.cancel': { does: 'Cancels an event', who: BOOKERS },
  'events.delete': { does: 'Deletes an event', who: BOOKERS },
  'events.respond': { does: 'Answers an invitation to an event: one’s own, or by its link', who: EVERYBODY },
  'events.invitation': { does: 'Shows an invitation to an event to whoever has its link', who: EVERYBODY },
  'events.get': { does: 'Reads an event', who: BOOKERS },
  'events.links': { does: 'Says in which linked calendars an event is, too', who: BOOKERS },
  'events.list': { does: 'Lists events', who: BOOKERS },
  'events.search': { does: 'Finds events by words', who: BOOKERS },

  'scheduling.conflicts': { does: 'Says what stands in the way of an event', who: BOOKERS },
  'scheduling.suggest': { does: 'Finds times that suit people', who: BOOKERS },
  'scheduling.explain': { does: 'Says why a time does not suit', who: BOOKERS },
  'scheduling.team': { does: 'Shows side by side when members work and are busy', who: BOOKERS },

  'availability.get': { does: 'Reads when a member can be booked', who: MEMBERS },
  'availability.set': { does: 'Sets weekly hours', who: ADMINS_OR_OWN },
  'availability.setOverride': { does: 'Sets the hours of a date', who: ADMINS_OR_OWN },
  'availability.removeOverride': { does: 'Removes the hours of a date', who: ADMINS_OR_OWN },

  'reminders.list': { does: 'Says what has become of an event’s reminders', who: BOOKERS },
  'reminders.settings': { does: 'Reads when the caller is reminded', who: OWN },
  'reminders.setSettings': { does: 'Sets when the caller is reminded', who: OWN },
  'reminders.sendAgain': { does: 'Sends a mail of an event again that failed', who: BOOKERS },

  'mails.list': { does: 'Says what has become of an event’s invitations', who: BOOKERS },
  'mails.outbox': { does: 'Reads the outbox of an installation without a mail service', who: ADMINS_OR_OWN },
  'mails.outboxMessage': { does: 'Reads one message of the outbox', who: ADMINS_OR_OWN },

  'connections.authorizationUrl': { does: 'Begins linking a calendar account', who: OWN, needsSession: true },
  'connections.list': { does: 'Lists linked calendar accounts', who: OWN },
  'connections.calendars': { does: 'Lists the calendars of a linked account', who: OWN },
  'connections.update': { does: 'Chooses what of a linked account is kept in step', who: OWN },
  'connections.sync': { does: 'Brings a linked account into step now', who: OWN },
  'connections.disconnect': { does: 'Unlinks a calendar account', who: OWN },
  'connections.log': { does: 'Reads what was kept in step, and what was decided', who: OWN },

  'live.changes': { does: 'Tells by topics that something has changed, as it happens', who: MEMBERS },
} as const satisfies Record<string, AccessRule>

export type ProcedureName = keyof typeof ACCESS

export function isProcedureName(name: string): name is ProcedureName {
  return Object.hasOwn(ACCESS, name)
}

/** How far `role` may go with a procedure. */
export function reachOf(role: Role, name: ProcedureName): Reach {
  const { who } = ruleOf(name)
  return who === 'everybody' ? 'all' : who[role]
}

export function ruleOf(name: ProcedureName): AccessRule {
  return ACCESS[name]
}
