import type { PlaceInMonth } from '@astralis/core/recurrence/place-in-month'
import { Select } from '../../ui/select.tsx'
import type { RepeatDays } from './repeat-days.ts'
import { dayOfYearLabel, placeLabel } from './repeat-labels.ts'
import { isSamePlace, placesOf } from './repeat-places.ts'

type InMonths = Extract<RepeatDays, { place: PlaceInMonth }>

interface PlaceSelectProps {
  days: InMonths
  start: number
  onChange: (days: InMonths) => void
}

/** On which day of the month or year: what the start is of its month, and what is chosen already. */
export function PlaceSelect({ days, start, onChange }: PlaceSelectProps) {
  const offered = placesOf(start)
  const places = offered.some((place) => isSamePlace(place, days.place)) ? offered : [days.place, ...offered]
  const labelOf = (place: PlaceInMonth) =>
    days.frequency === 'YEARLY' ? dayOfYearLabel(days.month, place) : placeLabel(place)
  return (
    <Select
      aria-label="Repeats on"
      value={places.findIndex((place) => isSamePlace(place, days.place))}
      onChange={(event) => {
        const place = places[Number(event.target.value)]
        if (place) onChange({ ...days, place })
      }}
    >
      {places.map((place, index) => (
        <option key={labelOf(place)} value={index}>
          On {labelOf(place)}
        </option>
      ))}
    </Select>
  )
}
