import { drawEvent } from './draw-event.ts'
import { drawSeries } from './draw-series.ts'
import type { Drawing, ItemPlan } from './drawing.ts'
import type { ItemForms, LocalItem } from './local-item.ts'

/**
 * Makes what is stored here that which both sides have agreed on: `formsOf` of the result is `wanted`, as far as there are
 * events. What only we know of an event, such as reminders, stays. Throws ItemError and RecurrenceError for what can not be
 * here.
 */
export function drawItem(local: LocalItem, wanted: ItemForms, drawing: Drawing): ItemPlan {
  return wanted.main && wanted.main.recurrence !== null
    ? drawSeries(local, { ...wanted, main: wanted.main }, wanted.main.recurrence, drawing)
    : drawEvent(local, wanted.main, drawing)
}
