import { accountRouter } from './routers/account.ts'
import { activityRouter } from './routers/activity.ts'
import { authRouter } from './routers/auth.ts'
import { availabilityRouter } from './routers/availability.ts'
import { connectionsRouter } from './routers/connections.ts'
import { eventsRouter } from './routers/events.ts'
import { liveRouter } from './routers/live.ts'
import { mailsRouter } from './routers/mails.ts'
import { membersRouter } from './routers/members.ts'
import { remindersRouter } from './routers/reminders.ts'
import { schedulingRouter } from './routers/scheduling.ts'
import { sessionsRouter } from './routers/sessions.ts'
import { tokensRouter } from './routers/tokens.ts'
import { router } from './trpc.ts'

/** Everything that callers can do; its type is all that clients import. */
export const appRouter = router({
  auth: authRouter,
  account: accountRouter,
  sessions: sessionsRouter,
  events: eventsRouter,
  scheduling: schedulingRouter,
  members: membersRouter,
  availability: availabilityRouter,
  reminders: remindersRouter,
  mails: mailsRouter,
  connections: connectionsRouter,
  activity: activityRouter,
  tokens: tokensRouter,
  live: liveRouter,
})

export type AppRouter = typeof appRouter
