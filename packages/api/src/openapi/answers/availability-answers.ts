import { DAYS_OF_WEEK } from '@astralis/core/time/working-hours'
import { z } from 'zod'
import { components } from '../components.ts'

const range = { startTime: z.string(), endTime: z.string() }

const availability = z
  .object({
    timeZone: z.string(),
    rules: z.array(z.object({ ...range, dayOfWeek: z.literal(DAYS_OF_WEEK), isActive: z.boolean() })),
    overrides: z.array(z.object({ date: z.iso.date(), ranges: z.array(z.object(range)) })),
    bufferBeforeMinutes: z.int(),
    bufferAfterMinutes: z.int(),
  })
  .register(components, {
    id: 'Availability',
    description:
      'When somebody can be booked: weekly hours on their own clock, from 1 (Monday) to 7 (Sunday), other hours of single dates, and minutes to keep free around every event.',
  })

export const availabilityAnswers = {
  'availability.get': availability,
  'availability.set': availability,
  'availability.setOverride': availability,
  'availability.removeOverride': availability,
}
