import { Select } from '../../ui/select.tsx'
import type { FieldControl } from '../../ui/field.tsx'
import type { Member } from './member.ts'

interface HeirSelectProps {
  control: FieldControl
  heirs: readonly Member[]
  value: Member | undefined
  /** What choosing nobody means. */
  noneLabel: string
  onChange: (heir: Member | undefined) => void
}

/** Who takes meetings over. */
export function HeirSelect({ control, heirs, value, noneLabel, onChange }: HeirSelectProps) {
  return (
    <Select
      {...control}
      value={value?.id ?? ''}
      onChange={({ target }) => onChange(heirs.find(({ id }) => id === target.value))}
    >
      <option value="">{noneLabel}</option>
      {heirs.map(({ id, name, email }) => (
        <option key={id} value={id}>
          {`${name} (${email})`}
        </option>
      ))}
    </Select>
  )
}
