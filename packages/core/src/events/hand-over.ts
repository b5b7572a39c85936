import type { DraftParticipant } from './draft-event.ts'

/** Who gives meetings away, and who takes them over. */
export interface HandOver {
  from: { id: string; email: string; isActive: boolean }
  to: { id: string; email: string; name: string }
}

/** What belongs to somebody: an event, an occurrence or a series. */
interface Owned {
  createdBy: string | null
  participants: readonly DraftParticipant[]
}

/** Whether somebody created it, or organizes it. */
export function isOf(
  { createdBy, participants }: Owned,
  { id, email }: Pick<HandOver['from'], 'id' | 'email'>,
): boolean {
  return createdBy === id || participants.some((person) => person.isOrganizer && person.email === email)
}

/**
 * Whose it is afterwards. The new organizer takes part and has accepted, whatever they answered before; the former one
 * stays among the others, and leaves where they are deactivated.
 */
export function handOver(
  owned: Owned,
  { from, to }: HandOver,
): { createdBy: string | null; participants: DraftParticipant[] } {
  const createdBy = owned.createdBy === from.id ? to.id : owned.createdBy
  const staying = owned.participants.filter(({ email }) => email !== from.email || from.isActive)
  const isOrganizing = owned.participants.some(({ email, isOrganizer }) => isOrganizer && email === from.email)
  if (!isOrganizing) return { createdBy, participants: staying }
  const known = staying.find(({ email }) => email === to.email)
  const organizer: DraftParticipant = {
    email: to.email,
    name: known?.name ?? to.name,
    status: 'accepted',
    isOptional: known?.isOptional ?? false,
    isOrganizer: true,
  }
  const others = staying.filter(({ email }) => email !== to.email)
  return { createdBy, participants: [organizer, ...others.map((person) => ({ ...person, isOrganizer: false }))] }
}
