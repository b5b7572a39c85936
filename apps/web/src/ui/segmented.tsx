import { clsx } from 'clsx'
import { useId } from 'react'

interface SegmentedProps<T extends string> {
  label: string
  value: T
  options: readonly { value: T; label: string }[]
  onChange: (value: T) => void
  /** For a narrow column. */
  isTight?: boolean
}

/** One of a few options, all in sight. Arrow keys move between them. */
export function Segmented<T extends string>({ label, value, options, onChange, isTight = false }: SegmentedProps<T>) {
  const name = useId()
  return (
    // The options have their own height: in a column, Chromium does not stretch what is in a fieldset.
    <fieldset className="inline-flex h-9 min-w-0 rounded-md border border-line bg-sunken p-0.5">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className={clsx(
            isTight ? 'px-1.5' : 'px-3',
            'flex h-7.5 grow cursor-pointer items-center justify-center rounded-sm text-[0.8125rem] font-medium text-muted transition-colors hover:text-ink has-checked:bg-raised has-checked:text-heading has-checked:shadow-card has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-primary',
          )}
        >
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="sr-only"
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
