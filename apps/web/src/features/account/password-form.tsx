import { zodResolver } from '@hookform/resolvers/zod'
import { changePasswordInput } from '@astralis/core/people/account-input'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { showProblem } from '../../lib/form-problem.ts'
import { trpc, trpcClient, type Inputs } from '../../lib/trpc.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { notify } from '../../ui/toast.tsx'
import { PasswordInput } from '../auth/password-input.tsx'
import { useUser } from '../auth/use-user.ts'

const presentPassword = changePasswordInput.shape.currentPassword.min(1, 'Enter your present password.')
const schema = changePasswordInput.extend({ currentPassword: presentPassword })
const EMPTY = { currentPassword: '', newPassword: '' }

/** Changes the password, and by that signs out everywhere else. */
export function PasswordForm() {
  const { email } = useUser()
  const form = useForm({ resolver: zodResolver(schema), defaultValues: EMPTY })
  const { errors } = form.formState
  const change = useMutation({
    mutationFn: (values: Inputs['account']['changePassword']) => trpcClient.account.changePassword.mutate(values),
    onError: (error) => showProblem(form, error),
    onSuccess: async () => {
      form.reset(EMPTY)
      notify('Password changed', 'You were signed out everywhere else.')
      await trpc.sessions.list.invalidate()
    },
  })
  return (
    <Card title="Password" lead="Changing it signs you out everywhere but in this browser.">
      <form
        noValidate
        onSubmit={form.handleSubmit((values) => change.mutate(values))}
        className="flex max-w-sm flex-col gap-4"
      >
        {errors.root?.message && <Banner tone="error" title={errors.root.message} />}
        {/* Tells a password manager whose password it is. */}
        <input type="text" autoComplete="username" value={email} readOnly hidden />
        <Field label="Present password" error={errors.currentPassword?.message}>
          {(control) => (
            <PasswordInput {...control} {...form.register('currentPassword')} autoComplete="current-password" />
          )}
        </Field>
        <Field
          label="New password"
          hint="At least 10 characters. A few words are fine."
          error={errors.newPassword?.message}
        >
          {(control) => <PasswordInput {...control} {...form.register('newPassword')} autoComplete="new-password" />}
        </Field>
        <Button type="submit" isBusy={change.isPending} className="self-start">
          Change password
        </Button>
      </form>
    </Card>
  )
}
