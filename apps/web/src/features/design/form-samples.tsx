import { useState } from 'react'
import { Checkbox } from '../../ui/checkbox.tsx'
import { CopyField } from '../../ui/copy-field.tsx'
import { Field } from '../../ui/field.tsx'
import { Input, TextArea } from '../../ui/input.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { SaveBar } from '../../ui/save-bar.tsx'
import { Select } from '../../ui/select.tsx'
import { CHOICE_SAMPLES } from './choice-samples.tsx'
import type { Sample } from './sample.ts'

const LONG = 'Quarterly planning of the studio with everybody who has ever asked to be asked about anything'

function Fields() {
  return (
    <>
      <Field label="Title" hint="What people see in their calendars.">
        {(control) => <Input {...control} defaultValue="Design review" />}
      </Field>
      <Field label="Location" isOptional>
        {(control) => <Input {...control} placeholder="A room, an address" />}
      </Field>
      <Field label="E-mail" error="Enter an address such as ana@example.com.">
        {(control) => <Input {...control} defaultValue="noor at home" />}
      </Field>
      <Field label="A label that is longer than the field that it names would want it to be">
        {(control) => <Input {...control} defaultValue={LONG} />}
      </Field>
      <Field label="Disabled">{(control) => <Input {...control} defaultValue="Not now" disabled />}</Field>
      <Field label="Read only">{(control) => <Input {...control} defaultValue="noor@example.com" readOnly />}</Field>
      <Field label="Description">{(control) => <TextArea {...control} defaultValue={LONG} />}</Field>
    </>
  )
}

function Selects() {
  return (
    <>
      <Select aria-label="Role" defaultValue="operator">
        <option value="operator">Operator</option>
        <option value="client">Client</option>
      </Select>
      <Select aria-label="A role that is fixed" disabled>
        <option>Admin</option>
      </Select>
    </>
  )
}

function NumberInputs() {
  const [minutes, setMinutes] = useState(45)
  return <NumberInput aria-label="Minutes" value={minutes} min={15} max={480} onChange={setMinutes} />
}

function Checkboxes() {
  return (
    <div className="flex flex-wrap gap-x-5 gap-y-2">
      {['Off', 'On', 'Disabled', 'On and disabled'].map((name) => (
        <label key={name} className="flex min-h-6 items-center gap-2">
          <Checkbox defaultChecked={name.startsWith('On')} disabled={name.endsWith('isabled')} />
          {name}
        </label>
      ))}
    </div>
  )
}

const nothing = () => {}

function SaveBars() {
  return (
    <>
      <SaveBar label="Save hours" isDirty={false} isSaving={false} isInCard onSave={nothing} onDiscard={nothing} />
      <SaveBar label="Save hours" isDirty isSaving={false} isInCard onSave={nothing} onDiscard={nothing} />
      <SaveBar label="Save hours" isDirty isSaving isInCard onSave={nothing} onDiscard={nothing} />
    </>
  )
}

/** What is filled in and chosen from. */
export const FORM_SAMPLES: readonly Sample[] = [
  { files: ['field', 'input'], Content: Fields },
  { files: ['select'], Content: Selects },
  { files: ['number-input'], Content: NumberInputs },
  { files: ['checkbox'], Content: Checkboxes },
  ...CHOICE_SAMPLES,
  {
    files: ['copy-field'],
    Content: () => <CopyField label="Link to join" value="https://example.com/join/b7Jt0V1y" />,
  },
  { files: ['save-bar'], Content: SaveBars },
]
