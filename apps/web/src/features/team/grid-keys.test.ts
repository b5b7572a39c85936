import { expect, test } from 'vitest'
import { cursorAfter } from './grid-keys.ts'

const axis = { from: 0, to: 100, step: 10 }
const layout = { rows: 3, axis, isVertical: false, isRightToLeft: false, page: 40 }
const after = (key: string, change: Partial<typeof layout> = {}, from = { row: 1, at: 50 }) => {
  const next = cursorAfter(key, from, { ...layout, ...change })
  return next && `${next.row} ${next.at}`
}

test('arrow keys follow what is drawn: time runs along the reading direction, or down on a phone', () => {
  expect(['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp'].map((key) => after(key))).toEqual([
    '1 60',
    '1 40',
    '2 50',
    '0 50',
  ])
  expect(after('ArrowRight', { isRightToLeft: true })).toBe('1 40')
  expect(after('ArrowDown', { isVertical: true })).toBe('1 60')
  expect(after('ArrowRight', { isVertical: true })).toBe('2 50')
  expect(after('ArrowRight', { isVertical: true, isRightToLeft: true })).toBe('0 50')
})

test('no key leads off the grid', () => {
  expect(['Home', 'End', 'PageDown', 'PageUp'].map((key) => after(key))).toEqual(['1 0', '1 90', '1 90', '1 10'])
  expect(after('ArrowRight', {}, { row: 2, at: 90 })).toBe('2 90')
  expect(after('ArrowDown', {}, { row: 2, at: 90 })).toBe('2 90')
  expect(after('ArrowUp', {}, { row: 0, at: 0 })).toBe('0 0')
  expect(after('x')).toBeNull()
})
