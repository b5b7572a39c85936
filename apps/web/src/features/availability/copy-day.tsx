import type { DayOfWeek } from '@astralis/core/time/working-hours'
import { Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { dayName, weekFrom } from './days.ts'

const SATURDAY = 6

/** Chooses the days that get the same hours as `day`. */
export function CopyDay({ day, onCopy }: { day: DayOfWeek; onCopy: (days: DayOfWeek[]) => void }) {
  const others = weekFrom().filter((other) => other !== day)
  const [isOpen, setIsOpen] = useState(false)
  const [chosen, setChosen] = useState<DayOfWeek[]>([])
  const toggle = (other: DayOfWeek) =>
    setChosen(chosen.includes(other) ? chosen.filter((known) => known !== other) : [...chosen, other])
  return (
    <Popover
      label={`Copy ${dayName(day)} to`}
      align="end"
      isOpen={isOpen}
      onOpenChange={(next) => {
        setIsOpen(next)
        setChosen(others.filter((other) => other < SATURDAY))
      }}
      trigger={<IconButton icon={Copy} label={`Copy ${dayName(day)} to other days`} className="size-8" />}
    >
      <div className="flex w-48 flex-col gap-2">
        <p className="text-[0.8125rem] font-semibold text-heading">Copy {dayName(day)} to</p>
        <div className="flex flex-col">
          {others.map((other) => (
            <label
              key={other}
              className="-mx-1.5 flex h-8 cursor-pointer items-center gap-2.5 rounded-md px-1.5 text-ink hover:bg-hover"
            >
              <Checkbox checked={chosen.includes(other)} onChange={() => toggle(other)} />
              {dayName(other)}
            </label>
          ))}
        </div>
        <Button
          variant="primary"
          size="small"
          disabled={chosen.length === 0}
          onClick={() => {
            onCopy(chosen)
            setIsOpen(false)
          }}
        >
          Copy hours
        </Button>
      </div>
    </Popover>
  )
}
