import {
  authorizationUrlInput,
  connectionInput,
  connectionLogInput,
  updateConnectionInput,
} from '@astralis/core/sync/connection-input'
import { authorizationUrl } from '@astralis/services/connections/authorization-url'
import { disconnect } from '@astralis/services/connections/disconnect'
import { listCalendars } from '@astralis/services/connections/list-calendars'
import { listConnections } from '@astralis/services/connections/list-connections'
import { listLog } from '@astralis/services/connections/list-log'
import { syncNow } from '@astralis/services/connections/sync-now'
import { updateConnection } from '@astralis/services/connections/update-connection'
import { memberProcedure, router } from '../trpc.ts'

const withCalendars = memberProcedure.use(({ ctx, next }) =>
  next({ ctx: { service: { ...ctx.service, calendars: ctx.calendars } } }),
)

export const connectionsRouter = router({
  authorizationUrl: withCalendars
    .input(authorizationUrlInput)
    .mutation(async ({ ctx, input }) => ({ url: await authorizationUrl(ctx.service, input, ctx.sessionToken) })),
  list: withCalendars.query(async ({ ctx }) => ({
    ...(await listConnections(ctx.service)),
    usesDemo: ctx.usesDemoCalendars,
  })),
  calendars: memberProcedure
    .input(connectionInput)
    .query(async ({ ctx, input }) => ({ calendars: await listCalendars(ctx.service, input) })),
  update: memberProcedure.input(updateConnectionInput).mutation(async ({ ctx, input }) => {
    await updateConnection(ctx.service, input)
    return {}
  }),
  sync: memberProcedure.input(connectionInput).mutation(async ({ ctx, input }) => {
    await syncNow(ctx.service, input)
    return { queued: true }
  }),
  disconnect: memberProcedure.input(connectionInput).mutation(async ({ ctx, input }) => {
    await disconnect(ctx.service, input)
    return {}
  }),
  log: memberProcedure
    .input(connectionLogInput)
    .query(async ({ ctx, input }) => ({ entries: await listLog(ctx.service, input) })),
})
