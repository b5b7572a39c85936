import { zodResolver } from '@hookform/resolvers/zod'
import { linkGoogleInput } from '@astralis/core/people/account-input'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { showProblem } from '../../lib/form-problem.ts'
import { leaveFor } from '../../lib/leave-for.ts'
import { trpcClient } from '../../lib/trpc.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { PasswordInput } from '../auth/password-input.tsx'

const schema = linkGoogleInput
  .pick({ password: true })
  .extend({ password: linkGoogleInput.shape.password.min(1, 'Enter your password.') })

/** Asks for the password, and leads to Google. */
export function LinkGoogleDialog({ onClose }: { onClose: () => void }) {
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { password: '' } })
  const { errors } = form.formState
  const link = useMutation({
    mutationFn: async (values: { password: string }) => {
      const { url } = await trpcClient.account.linkGoogle.mutate(values)
      await leaveFor(url)
    },
    onError: (error) => showProblem(form, error),
  })
  return (
    <Dialog title="Link a Google account" firstFocus="input" onClose={onClose}>
      <form noValidate onSubmit={form.handleSubmit((values) => link.mutate(values))} className="flex flex-col gap-4">
        {errors.root?.message && <Banner tone="error" title={errors.root.message} />}
        <Field
          label="Password"
          hint="So that nobody links their own account in a browser that you left open."
          error={errors.password?.message}
        >
          {(control) => <PasswordInput {...control} {...form.register('password')} autoComplete="current-password" />}
        </Field>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isBusy={link.isPending}>
            Continue at Google
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
