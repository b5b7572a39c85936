import { expect, test } from 'vitest'
import { shownEvents } from './shown-events.ts'

const ANA = 'ana'
const TOM = 'tom'

function event(source: 'internal' | 'google', answers: Record<string, 'accepted' | 'declined' | 'pending'>) {
  return { source, participants: Object.entries(answers).map(([userId, status]) => ({ userId, status })) }
}

test('A1: what somebody declined in a linked calendar is not in the way here', () => {
  const declined = event('google', { [ANA]: 'declined', [TOM]: 'accepted' })
  expect(shownEvents([declined], [ANA])).toEqual([])
  expect(shownEvents([declined], [ANA, TOM])).toEqual([declined])
})

test('A1: all else is shown, also what was declined here and what names nobody who is looked at', () => {
  const others = [
    event('internal', { [ANA]: 'declined' }),
    event('google', { [ANA]: 'pending' }),
    event('google', { [TOM]: 'declined' }),
    event('google', {}),
  ]
  expect(shownEvents(others, [ANA])).toEqual(others)
})
