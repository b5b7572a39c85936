import { zodResolver } from '@hookform/resolvers/zod'
import { ROLE_DESCRIPTIONS, ROLE_NAMES, ROLES } from '@astralis/core/people/role'
import { createTokenInput } from '@astralis/core/people/token-input'
import type { UseMutationResult } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { now } from '../../lib/clock.ts'
import { showProblem } from '../../lib/form-problem.ts'
import type { Inputs, Outputs } from '../../lib/trpc.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { useUser } from '../auth/use-user.ts'
import { expiryOf, LIFETIMES, USUAL_LIFETIME } from './token-expiry.ts'

interface TokenFormProps {
  create: UseMutationResult<Outputs['tokens']['create'], Error, Inputs['tokens']['create']>
  onClose: () => void
}

const schema = createTokenInput
  .pick({ name: true, role: true })
  .extend({ lifetime: z.enum(LIFETIMES.map(({ value }) => value)) })

/** What a token is for, what it may, and for how long. */
export function TokenForm({ create, onClose }: TokenFormProps) {
  const { role: ownRole } = useUser()
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { name: '', role: ownRole, lifetime: USUAL_LIFETIME },
  })
  const { errors } = form.formState
  const submit = form.handleSubmit(({ name, role, lifetime }) =>
    create.mutate(
      { name, role, expiresAt: expiryOf(lifetime, now()) },
      { onError: (error) => showProblem(form, error) },
    ),
  )
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {errors.root?.message && <Banner tone="error" title={errors.root.message} />}
      <Field label="What it is for" error={errors.name?.message}>
        {(control) => <Input {...control} {...form.register('name')} autoComplete="off" placeholder="Room display" />}
      </Field>
      <Field label="Role" hint={ROLE_DESCRIPTIONS[form.watch('role')]} error={errors.role?.message}>
        {(control) => (
          <Select {...control} {...form.register('role')}>
            {/* From one's own on: roles are listed from the one that may most. */}
            {ROLES.slice(ROLES.indexOf(ownRole)).map((role) => (
              <option key={role} value={role}>
                {ROLE_NAMES[role]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Works for" error={errors.lifetime?.message}>
        {(control) => (
          <Select {...control} {...form.register('lifetime')}>
            {LIFETIMES.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" isBusy={create.isPending}>
          Make token
        </Button>
      </div>
    </form>
  )
}
