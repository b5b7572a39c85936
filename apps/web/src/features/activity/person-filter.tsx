import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../lib/trpc.ts'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'

interface PersonFilterProps {
  /** A member's id. */
  value: string | undefined
  onChange: (value: string | undefined) => void
}

const EVERYBODY = ''

/** Whose doings are shown. */
export function PersonFilter({ value, onChange }: PersonFilterProps) {
  const members = useQuery(trpc.members.list.queryOptions()).data?.members ?? []
  return (
    <Field label="Person">
      {(control) => (
        <Select {...control} value={value ?? EVERYBODY} onChange={({ target }) => onChange(target.value || undefined)}>
          <option value={EVERYBODY}>Everybody</option>
          {members.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
