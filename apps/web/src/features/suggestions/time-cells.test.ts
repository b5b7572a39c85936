import { Temporal } from '@astralis/core/temporal'
import { expect, test } from 'vitest'
import { gridRows, pagesOf, placeAfter } from './time-cells.ts'

const days = (...dates: string[]) => dates.map((date) => Temporal.PlainDate.from(date))

function startsAt(date: string, time: string): string[] {
  const rows = gridRows(days(date), 'Europe/Berlin', 30)
  return (rows.find((row) => row.time === time)?.cells[0] ?? []).map((cell) => cell.startsAt)
}

test('E4: every half hour of the wall is a start of the grid', () => {
  const rows = gridRows(days('2031-03-28', '2031-03-29'), 'Europe/Berlin', 30)
  expect(rows).toHaveLength(48)
  expect(rows.every(({ cells }) => cells.length === 2 && cells.every((moments) => moments.length === 1))).toBe(true)
  expect(rows[19]).toMatchObject({
    time: '09:30',
    cells: [[{ startsAt: '2031-03-28T08:30:00Z', epoch: 1932453000000, offset: null }], [{}]],
  })
})

test('D3, E4: a time that the clocks skip is no start, one that comes twice is two', () => {
  expect(startsAt('2031-03-30', '01:30')).toEqual(['2031-03-30T00:30:00Z'])
  expect(startsAt('2031-03-30', '02:30')).toEqual([])
  expect(startsAt('2031-03-30', '03:00')).toEqual(['2031-03-30T01:00:00Z'])
  expect(startsAt('2031-10-26', '02:30')).toEqual(['2031-10-26T00:30:00Z', '2031-10-26T01:30:00Z'])
  const [twice] = gridRows(days('2031-10-26'), 'Europe/Berlin', 30)[4]?.cells ?? []
  expect(twice?.map(({ offset }) => offset)).toEqual(['GMT+2', 'GMT+1'])
})

test('E4: a range is turned over a week or a day at a time, and its last page may be short', () => {
  const pages = pagesOf('2031-03-24', '2031-04-02', 7).map((page) => page.map(String))
  expect(pages.map((page) => page.length)).toEqual([7, 3])
  expect(pages[1]).toEqual(['2031-03-31', '2031-04-01', '2031-04-02'])
  expect(pagesOf('2031-03-24', '2031-03-24', 1)).toHaveLength(1)
})

test('E4: arrow keys walk the grid, jump over skipped times and stop at its edges', () => {
  const rows = gridRows(days('2031-03-29', '2031-03-30'), 'Europe/Berlin', 30)
  expect(placeAfter('ArrowDown', { row: 3, column: 1 }, rows)).toEqual({ row: 6, column: 1 })
  expect(placeAfter('ArrowUp', { row: 6, column: 1 }, rows)).toEqual({ row: 3, column: 1 })
  expect(placeAfter('ArrowRight', { row: 4, column: 0 }, rows)).toBeNull()
  expect(placeAfter('ArrowLeft', { row: 9, column: 0 }, rows)).toBeNull()
  expect(placeAfter('End', { row: 9, column: 0 }, rows)).toEqual({ row: 9, column: 1 })
  expect(placeAfter('a', { row: 9, column: 0 }, rows)).toBeNull()
})
