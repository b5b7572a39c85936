import { Temporal } from '@astralis/core/temporal'

/** The present moment. The only reading of a clock in the web app, so that everything else can be tested. */
export function now(): Temporal.Instant {
  return Temporal.Now.instant()
}

/** Today's date on the wall of `timeZone`. */
export function today(timeZone: string): Temporal.PlainDate {
  return Temporal.Now.plainDateISO(timeZone)
}
