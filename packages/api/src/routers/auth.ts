import { googleUrlInput } from '@astralis/core/people/account-input'
import { signInInput, signUpInput } from '@astralis/core/people/auth-input'
import { beginAttempt } from '@astralis/services/auth/google-attempt'
import { presentUser } from '@astralis/services/auth/present-user'
import { endSession } from '@astralis/services/auth/sessions'
import { signIn } from '@astralis/services/auth/sign-in'
import { signUp } from '@astralis/services/auth/sign-up'
import { publicProcedure, router } from '../trpc.ts'

export const authRouter = router({
  signUp: publicProcedure.input(signUpInput).mutation(async ({ ctx, input }) => {
    const { user, session } = await signUp(ctx, input)
    ctx.setSession(session)
    return { user, usesOutbox: ctx.usesOutbox }
  }),
  signIn: publicProcedure.input(signInInput).mutation(async ({ ctx, input }) => {
    const { user, session } = await signIn(ctx, input)
    ctx.setSession(session)
    return { user, usesOutbox: ctx.usesOutbox }
  }),
  signOut: publicProcedure.mutation(async ({ ctx }) => {
    if (ctx.sessionToken !== null) await endSession(ctx, ctx.sessionToken)
    ctx.setSession(null)
    return {}
  }),
  me: publicProcedure.query(({ ctx }) =>
    ctx.actor ? { user: presentUser(ctx.actor), usesOutbox: ctx.usesOutbox } : null,
  ),
  methods: publicProcedure.query(({ ctx }) => ({ google: ctx.google.signIn !== null })),
  googleUrl: publicProcedure.input(googleUrlInput).mutation(({ ctx, input }) => {
    const { url, cookie } = beginAttempt(ctx, { linksFor: null, returnTo: input.returnTo })
    ctx.keepGoogleAttempt(cookie)
    return { url }
  }),
})
