import { zodResolver } from '@hookform/resolvers/zod'
import { inviteMemberInput } from '@astralis/core/people/member-input'
import { ROLE_DESCRIPTIONS, ROLE_NAMES, ROLES } from '@astralis/core/people/role'
import { Controller, useForm } from 'react-hook-form'
import { showProblem } from '../../lib/form-problem.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { RadioList } from '../../ui/radio-list.tsx'
import type { OpenInvitation, SentInvitation } from './member.ts'
import { useInvite } from './use-member-actions.ts'

const ROLE_OPTIONS = ROLES.map((value) => ({ value, label: ROLE_NAMES[value], hint: ROLE_DESCRIPTIONS[value] }))

interface InviteFormProps {
  earlier: OpenInvitation | undefined
  onSent: (invitation: SentInvitation) => void
}

/** Whom to invite, as what. Whoever has the least to do is a CLIENT, so that is what it starts with. */
export function InviteForm({ earlier, onSent }: InviteFormProps) {
  const form = useForm({
    resolver: zodResolver(inviteMemberInput),
    defaultValues: { email: earlier?.email ?? '', role: earlier?.role ?? 'CLIENT' },
  })
  const { errors } = form.formState
  const invite = useInvite()
  const submit = form.handleSubmit((values) =>
    invite.mutate(values, {
      onSuccess: ({ invitation }) => onSent(invitation),
      onError: (error) => showProblem(form, error),
    }),
  )
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {errors.root?.message && <Banner tone="error" title={errors.root.message} />}
      {earlier && <p className="text-muted">They get a new link by mail. The earlier one stops working.</p>}
      <Field label="E-mail" error={errors.email?.message}>
        {(control) => <Input {...control} {...form.register('email')} type="email" autoComplete="off" />}
      </Field>
      <Controller
        control={form.control}
        name="role"
        render={({ field }) => (
          <div className="flex flex-col gap-1">
            <p aria-hidden className="text-[0.8125rem] font-medium text-ink">
              Role
            </p>
            <RadioList label="Role" value={field.value} options={ROLE_OPTIONS} onChange={field.onChange} />
          </div>
        )}
      />
      <Button type="submit" variant="primary" isBusy={invite.isPending} className="self-end">
        {earlier ? 'Invite again' : 'Invite'}
      </Button>
    </form>
  )
}
