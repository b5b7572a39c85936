import { signal } from '../../lib/signal.ts'
import type { EventFormValues } from './event-form-values.ts'

/** Asks the calendar for its form of a new event: filled in, or as it is for null. The caller leads to the calendar. */
export const { send: requestForm, listen: onFormRequest } = signal<EventFormValues | null>()
