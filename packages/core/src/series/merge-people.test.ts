import { describe, expect, it } from 'vitest'
import type { DraftParticipant } from '../events/draft-event.ts'
import { mergePeople } from './merge-people.ts'

const person = (email: string, fields: Partial<DraftParticipant> = {}): DraftParticipant => ({
  email,
  name: null,
  status: 'pending',
  isOptional: false,
  isOrganizer: false,
  ...fields,
})

describe('B5: a change of people, carried over to another occurrence', () => {
  const [ana, ben, kim] = [person('ana@x.example'), person('ben@x.example'), person('kim@x.example')]

  it('who joins joins, who leaves leaves, everybody else stays', () => {
    expect(mergePeople([ana, ben], [ana, ben], [ana, kim])).toEqual([ana, kim])
    expect(mergePeople([ana, kim], [ana, ben], [ana])).toEqual([ana, kim])
    expect(mergePeople([ana, kim], [ana], [ana, kim])).toEqual([ana, kim])
  })

  it('an answer that was given for one stays its own, one that is given for all goes to all', () => {
    const declined = person(ben.email, { status: 'declined' })
    expect(mergePeople([ana, declined], [ana, ben], [ana, { ...ben, isOptional: true }])).toEqual([
      ana,
      { ...declined, isOptional: true },
    ])
    expect(mergePeople([ana, ben], [ana, ben], [ana, declined])).toEqual([ana, declined])
  })
})
