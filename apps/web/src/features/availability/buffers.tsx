import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import type { AvailabilityValues } from './availability-values.ts'

const BUFFERS = [
  { name: 'bufferBeforeMinutes', label: 'Before, minutes' },
  { name: 'bufferAfterMinutes', label: 'After, minutes' },
] as const

interface BuffersProps {
  values: Pick<AvailabilityValues, (typeof BUFFERS)[number]['name']>
  problems: Record<string, string>
  onChange: (patch: Partial<AvailabilityValues>) => void
}

/** Time that stays free around every event. */
export function Buffers({ values, problems, onChange }: BuffersProps) {
  return (
    <Card title="Buffers" lead="Time that suggestions keep free around every event.">
      <div className="grid grid-cols-2 gap-3">
        {BUFFERS.map(({ name, label }) => (
          <Field key={name} label={label} error={problems[name]}>
            {(control) => (
              <Input
                {...control}
                type="number"
                inputMode="numeric"
                min={0}
                max={240}
                step={5}
                value={Number.isNaN(values[name]) ? '' : values[name]}
                onChange={(event) => onChange({ [name]: event.target.valueAsNumber })}
              />
            )}
          </Field>
        ))}
      </div>
    </Card>
  )
}
