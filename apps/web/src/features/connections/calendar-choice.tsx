import { useState } from 'react'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import type { LinkedCalendar } from './connection.ts'
import { useChooseCalendars } from './use-connection-actions.ts'

interface CalendarChoiceProps {
  connectionId: string
  calendars: readonly LinkedCalendar[]
}

/** Which calendars of the account are kept in step. Saved by its button: leaving one out takes its events away. */
export function CalendarChoice({ connectionId, calendars }: CalendarChoiceProps) {
  const saved = calendars.filter(({ isSelected }) => isSelected).map(({ id }) => id)
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map())
  const choose = useChooseCalendars(connectionId)
  const isChosen = ({ id, isSelected }: LinkedCalendar) => changed.get(id) ?? isSelected
  const chosen = calendars.filter(isChosen).map(({ id }) => id)
  const isDirty = chosen.join() !== saved.join()
  const isLeavingOut = saved.some((id) => !chosen.includes(id))
  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className="mb-1 text-[0.8125rem] font-medium text-ink">Calendars</legend>
      {primaryFirst(calendars).map((calendar) => (
        <label
          key={calendar.id}
          className="-mx-2 flex min-h-9 cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 rounded-md px-2 py-1 hover:bg-hover"
        >
          <Checkbox
            checked={isChosen(calendar)}
            disabled={calendar.accessRole === 'freeBusyReader'}
            onChange={({ target }) => setChanged(new Map(changed).set(calendar.id, target.checked))}
          />
          <span className="min-w-0 wrap-anywhere text-ink">{calendar.name}</span>
          {calendar.isPrimary && <Badge tone="info">Primary</Badge>}
          {calendar.accessRole === 'reader' && <Badge tone="neutral">Read only</Badge>}
          {calendar.accessRole === 'freeBusyReader' && (
            <span className="text-[0.8125rem] text-muted">Shared without details, so it can not be read</span>
          )}
        </label>
      ))}
      {isDirty && (
        <div className="mt-2 flex flex-col gap-2">
          <p role="status" className="text-[0.8125rem] text-muted">
            {chosen.length === 0
              ? 'With no calendar chosen, nothing is kept in step.'
              : isLeavingOut
                ? 'Events of a calendar that you leave out leave this calendar too. Nothing is deleted at Google.'
                : 'Its events are read as soon as you save.'}
          </p>
          <div className="flex flex-wrap gap-2">
            <Button
              variant="primary"
              size="small"
              isBusy={choose.isPending}
              onClick={() => choose.mutate(chosen, { onSuccess: () => setChanged(new Map()) })}
            >
              Save calendars
            </Button>
            <Button size="small" disabled={choose.isPending} onClick={() => setChanged(new Map())}>
              Discard
            </Button>
          </div>
        </div>
      )}
    </fieldset>
  )
}

function primaryFirst(calendars: readonly LinkedCalendar[]): LinkedCalendar[] {
  return calendars.toSorted((a, b) => Number(b.isPrimary) - Number(a.isPrimary))
}
