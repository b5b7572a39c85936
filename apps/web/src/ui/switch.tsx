import { Switch as RadixSwitch } from 'radix-ui'
import { useId } from 'react'

interface SwitchProps {
  label: string
  isOn: boolean
  onChange: (isOn: boolean) => void
}

export function Switch({ label, hint, isOn, onChange }: SwitchProps & { hint?: string }) {
  const id = useId()
  return (
    <div className="flex items-center justify-between gap-4">
      <label htmlFor={id} className="flex min-w-0 flex-col">
        <span className="text-[0.8125rem] font-medium text-ink">{label}</span>
        {hint && <span className="text-[0.8125rem] text-muted">{hint}</span>}
      </label>
      <Track id={id} isOn={isOn} onChange={onChange} />
    </div>
  )
}

/** A switch before its label, for lists. */
export function CompactSwitch({ label, isOn, onChange }: SwitchProps) {
  const id = useId()
  return (
    <div className="flex items-center gap-3">
      <Track id={id} isOn={isOn} onChange={onChange} />
      <label htmlFor={id} className="min-w-0 cursor-pointer truncate font-medium text-ink">
        {label}
      </label>
    </div>
  )
}

function Track({ id, isOn, onChange }: { id: string; isOn: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <RadixSwitch.Root
      id={id}
      checked={isOn}
      onCheckedChange={onChange}
      className="relative h-6 w-11 shrink-0 rounded-full border border-line-strong bg-sunken transition-colors data-[state=checked]:border-primary data-[state=checked]:bg-primary"
    >
      <RadixSwitch.Thumb className="block size-4 ms-1 rounded-full bg-line-strong transition-[margin] data-[state=checked]:ms-[1.375rem] data-[state=checked]:bg-on-primary" />
    </RadixSwitch.Root>
  )
}
