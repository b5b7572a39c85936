import { changePasswordInput, linkGoogleInput, updateAccountInput } from '@astralis/core/people/account-input'
import { changePassword } from '@astralis/services/account/change-password'
import { endFirstSteps } from '@astralis/services/account/end-first-steps'
import { getFirstSteps } from '@astralis/services/account/get-first-steps'
import { linkGoogle } from '@astralis/services/account/link-google'
import { listIdentities } from '@astralis/services/account/list-identities'
import { unlinkGoogle } from '@astralis/services/account/unlink-google'
import { updateAccount } from '@astralis/services/account/update-account'
import { memberProcedure, router } from '../trpc.ts'

/** What people say of themselves, and how they sign in (H1). */
export const accountRouter = router({
  update: memberProcedure
    .input(updateAccountInput)
    .mutation(async ({ ctx, input }) => ({ user: await updateAccount(ctx.service, input) })),
  firstSteps: memberProcedure.query(async ({ ctx }) => ({ steps: await getFirstSteps(ctx.service) })),
  endFirstSteps: memberProcedure.mutation(async ({ ctx }) => {
    await endFirstSteps(ctx.service)
    return {}
  }),
  changePassword: memberProcedure.input(changePasswordInput).mutation(async ({ ctx, input }) => {
    ctx.setSession(await changePassword({ ...ctx, ...ctx.service }, input))
    return {}
  }),
  identities: memberProcedure.query(({ ctx }) => listIdentities({ ...ctx.service, google: ctx.google })),
  linkGoogle: memberProcedure.input(linkGoogleInput).mutation(async ({ ctx, input }) => {
    const { url, cookie } = await linkGoogle({ ...ctx, ...ctx.service }, input)
    ctx.keepGoogleAttempt(cookie)
    return { url }
  }),
  unlinkGoogle: memberProcedure.mutation(async ({ ctx }) => {
    await unlinkGoogle(ctx.service)
    return {}
  }),
})
