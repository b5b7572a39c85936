import { TOPICS } from '@astralis/core/live/topic'
import { z } from 'zod'

export const liveAnswers = {
  'live.changes': z.object({ topics: z.array(z.enum(TOPICS)) }),
}
