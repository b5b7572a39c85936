import { zodResolver } from '@hookform/resolvers/zod'
import { signInInput } from '@astralis/core/people/auth-input'
import { useMutation } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate, useRouter } from '@tanstack/react-router'
import { useForm } from 'react-hook-form'
import { trpcClient, type Inputs } from '../../lib/trpc.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { showProblem } from '../../lib/form-problem.ts'
import { AuthLayout } from './auth-layout.tsx'
import { GoogleSignInButton } from './google-sign-in-button.tsx'
import { PasswordInput } from './password-input.tsx'
import { rememberSession } from './session.ts'
import { SignInNotice } from './sign-in-notice.tsx'

const schema = signInInput.extend({ password: signInInput.shape.password.min(1, 'Enter your password.') })

const route = getRouteApi('/signed-out/sign-in')

export function SignInPage() {
  const { returnTo } = route.useSearch()
  const methods = route.useLoaderData()
  const { history } = useRouter()
  const navigate = useNavigate()
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { email: '', password: '' } })
  const { errors } = form.formState
  const signIn = useMutation({
    mutationFn: (values: Inputs['auth']['signIn']) => trpcClient.auth.signIn.mutate(values),
    onError: (error) => showProblem(form, error),
    onSuccess: async (session) => {
      rememberSession(session)
      if (returnTo) history.push(returnTo)
      else await navigate({ to: '/calendar' })
    },
  })
  return (
    <AuthLayout
      title="Sign in"
      lead={
        <>
          New here?{' '}
          <Link
            to="/sign-up"
            className="inline-block py-0.5 font-medium text-primary underline-offset-2 hover:underline"
          >
            Create an organization
          </Link>
        </>
      }
    >
      <form noValidate onSubmit={form.handleSubmit((values) => signIn.mutate(values))} className="flex flex-col gap-4">
        {errors.root?.message ? <Banner tone="error" title={errors.root.message} /> : <SignInNotice />}
        <Field label="E-mail" error={errors.email?.message}>
          {(control) => (
            <Input {...control} {...form.register('email')} type="email" autoComplete="username" autoFocus />
          )}
        </Field>
        <Field label="Password" error={errors.password?.message}>
          {(control) => <PasswordInput {...control} {...form.register('password')} autoComplete="current-password" />}
        </Field>
        <Button type="submit" variant="primary" size="large" isBusy={signIn.isPending} className="mt-2">
          Sign in
        </Button>
        {methods.google && <GoogleSignInButton returnTo={returnTo} />}
      </form>
    </AuthLayout>
  )
}
