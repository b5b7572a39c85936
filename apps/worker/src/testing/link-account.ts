import type { GoogleStandIn } from '@astralis/calendars/testing/google-stand-in/google-stand-in'
import { newOrgToken } from '@astralis/services/auth/org-token'
import { authorizationUrl } from '@astralis/services/connections/authorization-url'
import type { ConnectionContext } from '@astralis/services/connections/calendar-services'
import { finishAuthorization } from '@astralis/services/connections/finish-authorization'
import { listConnections } from '@astralis/services/connections/list-connections'

/** A member with a linked account, of which the primary calendar is kept in step. */
export interface Linked {
  ctx: ConnectionContext
  /** Its address, which is also the id of its primary calendar. */
  account: string
  connectionId: string
  calendarId: string
}

/** Links an account at the stand-in, whose person says yes to everything. */
export async function linkAccount(google: GoogleStandIn, ctx: ConnectionContext, account: string): Promise<Linked> {
  const { actor, origin } = ctx
  const sessionToken = newOrgToken(actor.orgId, ctx.newSecret)
  const url = await authorizationUrl(ctx, { provider: 'GOOGLE', returnTo: '/calendar' }, sessionToken)
  const answer = new URL(google.control.consent(url, { email: account })).searchParams
  const [state, code, error] = ['state', 'code', 'error'].map((name) => answer.get(name) ?? null)
  const parts = { state: state ?? null, code: code ?? null, error: error ?? null }
  const { result } = await finishAuthorization(ctx, { actor, sessionToken, origin, ...parts })
  if ('problem' in result) throw new Error(`${account} could not be linked: ${result.problem}.`)
  const { connections } = await listConnections(ctx)
  const connection = connections.find(({ providerEmail }) => providerEmail === account)
  const calendar = connection?.calendars.find(({ isSelected }) => isSelected)
  if (!connection || !calendar) throw new Error(`${account} has no calendar that is kept in step.`)
  return { ctx, account, connectionId: connection.id, calendarId: calendar.id }
}
