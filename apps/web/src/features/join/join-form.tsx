import { zodResolver } from '@hookform/resolvers/zod'
import { acceptInvitationInput } from '@astralis/core/people/member-input'
import { Controller, useForm } from 'react-hook-form'
import { showProblem } from '../../lib/form-problem.ts'
import { describeProblem } from '../../lib/problem.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { filled } from '../auth/filled.ts'
import { PasswordInput } from '../auth/password-input.tsx'
import { TimeZoneField } from '../time-zone/time-zone-field.tsx'
import { BROWSER_TIME_ZONE } from '../time-zone/time-zones.ts'
import { EmailTaken } from './email-taken.tsx'
import type { JoinInvitation } from './join-invitation.ts'
import { SignedInNote } from './signed-in-note.tsx'
import type { Join } from './use-join.ts'

const schema = acceptInvitationInput
  .omit({ token: true })
  .required({ timeZone: true })
  .extend({ name: filled(acceptInvitationInput.shape.name, 'Enter your name.') })
const EMPTY = { name: '', password: '', timeZone: BROWSER_TIME_ZONE }

/** What an account needs beside the address and the role, which the invitation has. */
export function JoinForm({ invitation, join }: { invitation: JoinInvitation; join: Join }) {
  const form = useForm({ resolver: zodResolver(schema), defaultValues: EMPTY })
  const { errors } = form.formState
  const isTaken = join.error !== null && describeProblem(join.error).reason === 'EMAIL_TAKEN'
  const submit = form.handleSubmit((values) => join.mutate(values, { onError: (error) => showProblem(form, error) }))
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {isTaken && <EmailTaken invitation={invitation} />}
      {!isTaken && errors.root?.message && <Banner tone="error" title={errors.root.message} />}
      {!isTaken && <SignedInNote email={invitation.email} />}
      <Field label="E-mail" hint="The invitation is for this address.">
        {(control) => <Input {...control} readOnly value={invitation.email} autoComplete="username" />}
      </Field>
      <Field label="Your name" error={errors.name?.message}>
        {(control) => <Input {...control} {...form.register('name')} autoComplete="name" autoFocus />}
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
      <Button type="submit" variant="primary" size="large" isBusy={join.isPending} className="mt-2">
        Join
      </Button>
    </form>
  )
}
