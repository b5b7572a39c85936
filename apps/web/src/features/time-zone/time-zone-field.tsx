import { useState } from 'react'
import { now } from '../../lib/clock.ts'
import { formatOffset, zoneName } from '../../lib/format-time.ts'
import { Combobox } from '../../ui/combobox.tsx'
import { Field } from '../../ui/field.tsx'
import { findMatches } from '../../ui/find-matches.ts'
import { TIME_ZONES } from './time-zones.ts'

interface TimeZoneFieldProps {
  label: string
  hint?: string
  value: string
  onChange: (timeZone: string) => void
  error?: string | undefined
}

const OPTIONS = TIME_ZONES.map((timeZone) => ({
  value: timeZone,
  keywords: [zoneName(timeZone)],
  content: <ZoneOption timeZone={timeZone} />,
}))

function ZoneOption({ timeZone }: { timeZone: string }) {
  return (
    <>
      <span className="min-w-0 truncate">{zoneName(timeZone)}</span>
      <span className="ms-auto shrink-0 text-xs text-muted">{formatOffset(timeZone, now())}</span>
    </>
  )
}

/** Finds a zone by any part of its name. Leaving the field with something else in it keeps the zone it had. */
export function TimeZoneField({ label, hint, value, onChange, error }: TimeZoneFieldProps) {
  const [query, setQuery] = useState<string | null>(null)
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Combobox
          control={control}
          text={query ?? zoneName(value)}
          onTextChange={setQuery}
          options={findMatches(OPTIONS, query ?? value)}
          onSelect={(timeZone) => {
            onChange(timeZone)
            setQuery(null)
          }}
          onLeave={() => setQuery(null)}
          placeholder="Search for a city"
          emptyText="No zone has this name. Try the nearest large city."
        />
      )}
    </Field>
  )
}
