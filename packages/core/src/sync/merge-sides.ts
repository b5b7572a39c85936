import type { CalendarEvent } from '../ical/calendar-event.ts'
import { FIELD_GROUPS, groupPart, groupValue, withGroups, type FieldGroup } from './field-groups.ts'
import { loseTo, type LostValue } from './lost-value.ts'
import { mergePeople } from './merge-people.ts'
import type { Side } from './remote-item.ts'
import { resolveChange, type Sides } from './resolve-change.ts'

export interface MergedSides extends Sides<CalendarEvent> {
  lost: LostValue[]
}

/**
 * What is to be true on both sides of an item that both have: for each group the value of the side that changed it, and the
 * owner's where both did. Without a base every group counts as changed on both.
 */
export function mergeSides(now: Sides<CalendarEvent>, base: Sides<CalendarEvent> | null, owner: Side): MergedSides {
  const people = mergePeople(now, base, owner)
  const merged: MergedSides = {
    here: { ...now.here, ...people.here },
    there: { ...now.there, ...people.there },
    lost: people.lost,
  }
  for (const group of FIELD_GROUPS) {
    if (group === 'people') continue
    const { winner, isConflict } = resolveChange(valuesOf(now, group), valuesOf(base, group), owner)
    if (isConflict)
      merged.lost.push(loseTo(owner, group, { here: groupPart(now.here, group), there: groupPart(now.there, group) }))
    if (winner === 'there') merged.here = withGroups(merged.here, now.there, [group])
    if (winner === 'here') merged.there = withGroups(merged.there, now.here, [group])
  }
  return merged
}

function valuesOf(sides: Sides<CalendarEvent> | null, group: FieldGroup): Sides<string | null> {
  return { here: sides && groupValue(sides.here, group), there: sides && groupValue(sides.there, group) }
}
