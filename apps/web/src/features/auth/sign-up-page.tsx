import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Controller, useForm } from 'react-hook-form'
import { showProblem } from '../../lib/form-problem.ts'
import { trpcClient, type Inputs } from '../../lib/trpc.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { BROWSER_TIME_ZONE } from '../time-zone/time-zones.ts'
import { TimeZoneField } from '../time-zone/time-zone-field.tsx'
import { AuthLayout } from './auth-layout.tsx'
import { PasswordInput } from './password-input.tsx'
import { rememberSession } from './session.ts'
import { signUpSchema } from './sign-up-schema.ts'

const EMPTY = { organizationName: '', name: '', email: '', password: '', timeZone: BROWSER_TIME_ZONE }

export function SignUpPage() {
  const navigate = useNavigate()
  const form = useForm({ resolver: zodResolver(signUpSchema), defaultValues: EMPTY })
  const { errors } = form.formState
  const signUp = useMutation({
    mutationFn: (values: Inputs['auth']['signUp']) => trpcClient.auth.signUp.mutate(values),
    onError: (error) => showProblem(form, error),
    onSuccess: async (session) => {
      rememberSession(session)
      await navigate({ to: '/calendar' })
    },
  })
  return (
    <AuthLayout
      title="Create your organization"
      lead={
        <>
          Already have an account?{' '}
          <Link
            to="/sign-in"
            className="inline-block py-0.5 font-medium text-primary underline-offset-2 hover:underline"
          >
            Sign in
          </Link>
        </>
      }
    >
      <form noValidate onSubmit={form.handleSubmit((values) => signUp.mutate(values))} className="flex flex-col gap-4">
        {errors.root?.message && <Banner tone="error" title={errors.root.message} />}
        <Field label="Organization" error={errors.organizationName?.message}>
          {(control) => (
            <Input {...control} {...form.register('organizationName')} autoComplete="organization" autoFocus />
          )}
        </Field>
        <Field label="Your name" error={errors.name?.message}>
          {(control) => <Input {...control} {...form.register('name')} autoComplete="name" />}
        </Field>
        <Field label="E-mail" error={errors.email?.message}>
          {(control) => <Input {...control} {...form.register('email')} type="email" autoComplete="username" />}
        </Field>
        <Field label="Password" hint="At least 10 characters. A few words are fine." error={errors.password?.message}>
          {(control) => <PasswordInput {...control} {...form.register('password')} autoComplete="new-password" />}
        </Field>
        <Controller
          control={form.control}
          name="timeZone"
          render={({ field }) => (
            <TimeZoneField
              label="Time zone"
              hint="Found from your browser. Your calendar is shown in it."
              value={field.value}
              onChange={field.onChange}
              error={errors.timeZone?.message}
            />
          )}
        />
        <Button type="submit" variant="primary" size="large" isBusy={signUp.isPending} className="mt-2">
          Create organization
        </Button>
      </form>
    </AuthLayout>
  )
}
