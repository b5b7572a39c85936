import { zodResolver } from '@hookform/resolvers/zod'
import { updateAccountInput } from '@astralis/core/people/account-input'
import { ROLE_DESCRIPTIONS, ROLE_NAMES } from '@astralis/core/people/role'
import { useEffect } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { showProblem } from '../../lib/form-problem.ts'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { useUser } from '../auth/use-user.ts'
import { SettingsForm } from '../settings/settings-form.tsx'
import { TimeZoneField } from '../time-zone/time-zone-field.tsx'
import { FixedFact } from './fixed-fact.tsx'
import { findUnsaved, keepUnsaved } from './unsaved-profile.ts'
import { useSaveProfile } from './use-save-profile.ts'

const schema = updateAccountInput.required()

/** Who somebody is here. What was typed stays, whatever goes wrong. */
export function ProfileSettings() {
  const { id, name, timeZone, email, role } = useUser()
  const saved = { name, timeZone }
  const form = useForm({ resolver: zodResolver(schema), defaultValues: saved })
  const { errors, isDirty } = form.formState
  const values = form.watch()
  useEffect(() => {
    const unsaved = findUnsaved(id)
    if (unsaved) form.reset(unsaved.values, { keepDefaultValues: true })
  }, [form, id])
  useEffect(() => keepUnsaved(isDirty ? { ownerId: id, values } : null), [isDirty, id, values])
  const save = useSaveProfile({
    onSaved: (profile) => form.reset(profile),
    onError: (error) => showProblem(form, error),
  })
  return (
    <SettingsForm
      title="Profile"
      lead="What colleagues and guests see of you."
      saveLabel="Save profile"
      unsavedText="Your profile has not been saved."
      isDirty={isDirty}
      isSaving={save.isPending}
      problem={errors.root?.message}
      onSave={() => void form.handleSubmit((profile) => save.mutate(profile))()}
      onDiscard={() => form.reset(saved)}
      onAbandon={() => keepUnsaved(null)}
    >
      <Field label="Your name" error={errors.name?.message}>
        {(control) => <Input {...control} {...form.register('name')} autoComplete="name" />}
      </Field>
      <Controller
        control={form.control}
        name="timeZone"
        render={({ field }) => (
          <TimeZoneField
            label="Time zone"
            hint="Your calendar is shown in it, and your hours are counted in it."
            value={field.value}
            onChange={field.onChange}
            error={errors.timeZone?.message}
          />
        )}
      />
      <dl className="flex flex-col gap-4 border-t border-line pt-4">
        <FixedFact name="E-mail" value={email}>
          By this address you are known in your organization and on every invitation, so it can not be changed.
        </FixedFact>
        <FixedFact name="Role" value={ROLE_NAMES[role]}>
          {ROLE_DESCRIPTIONS[role]} Only an admin changes roles, under “Members”.
        </FixedFact>
      </dl>
    </SettingsForm>
  )
}
