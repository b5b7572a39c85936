import { seededRandom } from '../apps/worker/src/testing/seeded-random.ts'
import { sample } from './measure.ts'
import type { Member, Team } from './team.ts'

/** A meeting that nobody has booked yet; times in RFC 3339. */
export interface Meeting {
  organizer: Member
  guests: Member[]
  startsAt: string
  endsAt: string
}

const GUESTS = 4
const MINUTE_MS = 60_000
const DURATION_MS = 30 * MINUTE_MS
/** Ten meetings a day in each part of the team: about four a day for each person. */
const STEP_MS = 144 * MINUTE_MS

/**
 * Meetings of `clients` parts of the team that have nobody in common, so that no client waits for the lock of another
 * one. The first of each part organizes; each part's meetings follow one another from `from` on, so none overlaps.
 */
export function planMeetings({ members }: Team, clients: number, from: string): (client: number) => Meeting {
  const random = seededRandom(1)
  const size = Math.floor(members.length / clients)
  const parts = Array.from({ length: clients }, (_, client) => ({
    people: members.slice(client * size, (client + 1) * size),
    next: Date.parse(from),
  }))
  return (client) => {
    const part = parts[client]
    const [organizer, ...others] = part?.people ?? []
    if (!part || !organizer) throw new Error(`The team has no part ${client}.`)
    const startsAt = part.next
    part.next += STEP_MS
    return {
      organizer,
      guests: sample(others, GUESTS, random),
      startsAt: new Date(startsAt).toISOString(),
      endsAt: new Date(startsAt + DURATION_MS).toISOString(),
    }
  }
}
