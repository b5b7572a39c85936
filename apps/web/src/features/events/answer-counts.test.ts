import { expect, test } from 'vitest'
import { answersText } from './answer-counts.ts'
import { occurrence } from './testing/occurrence.ts'

test('F7: answers are counted without the organizer’s own; nobody asked, nothing said', () => {
  const { participants } = occurrence()
  expect(answersText(participants)).toBeNull()
  const guests = (['accepted', 'pending', 'accepted', 'declined'] as const).flatMap((status) =>
    participants.map((organizer) => ({ ...organizer, isOrganizer: false, status })),
  )
  expect(answersText([...participants, ...guests])).toBe('2 yes, 1 no, 1 waiting')
})
