import type { EventParticipant } from './calendar-event.ts'

const COUNTED = [
  { status: 'accepted', words: 'yes' },
  { status: 'tentative', words: 'maybe' },
  { status: 'declined', words: 'no' },
  { status: 'pending', words: 'waiting' },
] satisfies { status: EventParticipant['status']; words: string }[]

/** `2 yes, 1 no, 1 waiting`: what those who were asked have answered; null where nobody was. */
export function answersText(participants: readonly EventParticipant[]): string | null {
  const asked = participants.filter(({ isOrganizer }) => !isOrganizer)
  const counts = COUNTED.map(({ status, words }) => {
    const count = asked.filter((participant) => participant.status === status).length
    return count > 0 && `${count} ${words}`
  })
  return counts.filter(Boolean).join(', ') || null
}
