import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DraftParticipant } from './draft-event.ts'
import { type HandOver, handOver, isOf } from './hand-over.ts'

const [ANA, BEN] = [
  { id: 'ana', email: 'ana@x.example', name: 'Ana' },
  { id: 'ben', email: 'ben@x.example', name: 'Ben' },
]
const OTHERS = ['cleo@x.example', 'dan@x.example']

const people = fc
  .record({
    emails: fc.uniqueArray(fc.constantFrom(ANA.email, BEN.email, ...OTHERS), { minLength: 1 }),
    statuses: fc.infiniteStream(fc.constantFrom('pending', 'accepted', 'declined', 'tentative')),
    optional: fc.infiniteStream(fc.boolean()),
    organizer: fc.nat(),
  })
  .map(({ emails, statuses, optional, organizer }) =>
    emails.map((email, nth): DraftParticipant => ({
      email,
      name: null,
      status: statuses.next().value,
      isOptional: optional.next().value,
      isOrganizer: nth === organizer % emails.length,
    })),
  )
const owned = fc.record({ createdBy: fc.constantFrom(ANA.id, BEN.id, 'cleo', null), participants: people })
const hands = fc.boolean().map((isActive): HandOver => ({ from: { ...ANA, isActive }, to: BEN }))

describe('H1: meetings that are handed over', () => {
  it('are not the former organizer’s any more, have one organizer, and keep everybody else as they were', () => {
    fc.assert(
      fc.property(owned, hands, (before, hands) => {
        fc.pre(isOf(before, hands.from))
        const after = handOver(before, hands)
        expect(isOf(after, hands.from)).toBe(false)
        expect(isOf({ ...after, createdBy: null }, hands.to) || after.createdBy === BEN.id).toBe(true)
        const isOthers = ({ email }: DraftParticipant) => OTHERS.includes(email)
        expect(after.participants.filter(isOthers)).toEqual(before.participants.filter(isOthers))
        expect(after.participants.filter(({ isOrganizer }) => isOrganizer)).toHaveLength(1)
        const hadAna = before.participants.some(({ email }) => email === ANA.email)
        expect(after.participants.some(({ email }) => email === ANA.email)).toBe(hadAna && hands.from.isActive)
        expect(new Set(after.participants.map(({ email }) => email)).size).toBe(after.participants.length)
        expect(handOver(after, hands)).toEqual(after)
      }),
    )
  })

  it('are accepted by whoever takes them over, whatever they had answered', () => {
    const declined = {
      email: BEN.email,
      name: 'Benno',
      status: 'declined',
      isOptional: true,
      isOrganizer: false,
    } as const
    const organizer = {
      email: ANA.email,
      name: null,
      status: 'accepted',
      isOptional: false,
      isOrganizer: true,
    } as const
    const before = { createdBy: ANA.id, participants: [organizer, declined] }
    expect(handOver(before, { from: { ...ANA, isActive: true }, to: BEN })).toEqual({
      createdBy: BEN.id,
      participants: [
        { ...declined, status: 'accepted', isOrganizer: true },
        { ...organizer, isOrganizer: false },
      ],
    })
  })
})
