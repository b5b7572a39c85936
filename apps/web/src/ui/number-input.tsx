import { useState, type ComponentProps } from 'react'
import { Input } from './input.tsx'

interface NumberInputProps extends Omit<ComponentProps<'input'>, 'type' | 'value' | 'onChange'> {
  value: number
  min: number
  max: number
  onChange: (value: number) => void
}

/** A whole number. Whatever else is typed is marked, is not taken, and goes when the field is left. */
export function NumberInput({ value, min, max, onChange, ...rest }: NumberInputProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const isAllowed = (number: number) => Number.isInteger(number) && number >= min && number <= max
  return (
    <Input
      {...rest}
      type="number"
      inputMode="numeric"
      min={min}
      max={max}
      value={typed ?? value}
      aria-invalid={typed !== null && !isAllowed(Number(typed))}
      onChange={({ target }) => {
        setTyped(target.value)
        if (isAllowed(target.valueAsNumber)) onChange(target.valueAsNumber)
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
