import { ROLE_NAMES, type Role } from '@astralis/core/people/role'
import type { Tone } from '../../ui/badge.tsx'
import type { Outputs } from '../../lib/trpc.ts'

export type Member = Outputs['members']['list']['members'][number]
export type OpenInvitation = Outputs['members']['invitations']['invitations'][number]
/** With the link, which is shown once. */
export type SentInvitation = Outputs['members']['invite']['invitation']

export const ROLE_TONES: Record<Role, Tone> = { ADMIN: 'info', OPERATOR: 'success', CLIENT: 'neutral' }

/** `an admin`, `a client`: as a sentence has it. */
export function withArticle(role: Role): string {
  return `${role === 'CLIENT' ? 'a' : 'an'} ${ROLE_NAMES[role].toLowerCase()}`
}

/** `3 meetings`, `1 meeting`, `No meetings` */
export function countMeetings(count: number): string {
  return `${count === 0 ? 'No' : count} ${count === 1 ? 'meeting' : 'meetings'}`
}
