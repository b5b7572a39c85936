import type { Page } from 'playwright-core'
/** What makes a view complete: its grid, with every event on it filled in. */
declare const VIEW_MARKS: {
  readonly month: '.is-month-view'
  readonly week: '.is-week-view'
  readonly day: '.is-day-view'
}
export type TimedView = keyof typeof VIEW_MARKS
/** Milliseconds from pressing the key of a view to the paint after the complete view is there; and how many boxes it has. */
export declare function timeViewSwitch(
  page: Page,
  view: TimedView,
): Promise<{
  milliseconds: number
  boxes: number
}>
/** Core web vitals of what happened on the page since it was loaded, by Chromium's own observers. */
export interface Vitals {
  lcpMs: number
  cls: number
  inpMs: number
}
/** Has every page that is loaded from now on note its vitals. */
export declare function noteVitals(page: Page): Promise<void>
export declare function readVitals(page: Page): Promise<Vitals>
export {}
