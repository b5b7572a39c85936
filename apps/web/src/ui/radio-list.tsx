import { useId } from 'react'

interface RadioListProps<T extends string> {
  label: string
  value: T
  options: readonly { value: T; label: string; hint?: string }[]
  onChange: (value: T) => void
}

/** Drawn by us, like the checkbox. */
const DOT_CLASS =
  'grid size-4 shrink-0 cursor-pointer appearance-none place-content-center rounded-full border border-line-strong ' +
  'checked:border-primary before:size-2 before:rounded-full before:bg-primary before:opacity-0 checked:before:opacity-100'

/** One of a few answers, one below the other. Arrow keys move between them. */
export function RadioList<T extends string>({ label, value, options, onChange }: RadioListProps<T>) {
  const name = useId()
  return (
    <fieldset className="flex min-w-0 flex-col">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="-mx-2 flex min-h-10 cursor-pointer items-center gap-3 rounded-md px-2 text-ink hover:bg-hover"
        >
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className={DOT_CLASS}
          />
          {option.hint ? (
            <span className="flex min-w-0 flex-col py-1.5">
              <span className="font-medium">{option.label}</span>
              <span className="text-[0.8125rem] text-muted">{option.hint}</span>
            </span>
          ) : (
            option.label
          )}
        </label>
      ))}
    </fieldset>
  )
}
