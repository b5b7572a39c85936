import { zoneName } from '../../lib/format-time.ts'
import { Button } from '../../ui/button.tsx'
import { TimeZoneField } from '../time-zone/time-zone-field.tsx'
import { chooseZones, useZoneChoice } from './zone-choice.ts'

interface ZoneMenuProps {
  ownZone: string
}

/** In which zone the calendar is read, and beside which other one. */
export default function ZoneMenu({ ownZone }: ZoneMenuProps) {
  const { shown, second } = useZoneChoice()
  return (
    <div className="flex w-72 max-w-full flex-col gap-3">
      <TimeZoneField
        label="Show times in"
        hint="Only here: your own zone stays as it is."
        value={shown ?? ownZone}
        onChange={(timeZone) => chooseZones({ shown: timeZone === ownZone ? null : timeZone })}
      />
      {shown && (
        <Button size="small" onClick={() => chooseZones({ shown: null })}>
          Back to {zoneName(ownZone)}
        </Button>
      )}
      <TimeZoneField
        label="Second zone"
        hint="A second column of hours in the day and the week."
        value={second ?? ''}
        onChange={(timeZone) => chooseZones({ second: timeZone })}
      />
      {second && (
        <Button size="small" onClick={() => chooseZones({ second: null })}>
          Remove the second zone
        </Button>
      )}
    </div>
  )
}
