import { Temporal } from '@astralis/core/temporal'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MONTH_ROWS, monthRows } from './month-rows.ts'

const FIRST = Temporal.PlainDate.from('2031-06-01')

function piece(day: number, days: number, isConflict = false) {
  const start = FIRST.add({ days: day })
  return { start, end: start.add({ days: days - 1 }), isConflict }
}

const pieces = fc.array(
  fc
    .tuple(fc.nat(20), fc.integer({ min: 1, max: 4 }), fc.boolean())
    .map(([day, days, isConflict]) => piece(day, days, isConflict)),
  { maxLength: 60 },
)

test('B6: a day of the month shows at most its lines, counts what it leaves out, and leaves out nothing that fits', () => {
  fc.assert(
    fc.property(pieces, (all) => {
      const { shown, more } = monthRows(all)
      for (let day = 0; day < 24; day++) {
        const date = FIRST.add({ days: day })
        const on = (list: typeof all) =>
          list.filter(
            ({ start, end }) =>
              Temporal.PlainDate.compare(start, date) <= 0 && Temporal.PlainDate.compare(date, end) <= 0,
          )
        const left = more.get(date.toString())
        expect(on(shown).length + (left ? 1 : 0)).toBeLessThanOrEqual(MONTH_ROWS)
        expect(on(shown).length + (left?.count ?? 0)).toBe(on(all).length)
        const conflicts = (list: typeof all) => on(list).filter(({ isConflict }) => isConflict).length
        expect(conflicts(shown) + (left?.conflicts ?? 0)).toBe(conflicts(all))
      }
    }),
  )
})

test('C4: a conflict has its line before everything else', () => {
  const quiet = Array.from({ length: 12 }, () => piece(3, 1))
  const conflict = piece(3, 1, true)
  const { shown, more } = monthRows([...quiet, conflict])
  expect(shown).toContain(conflict)
  expect(shown).toHaveLength(MONTH_ROWS - 1)
  expect(more.get('2031-06-04')).toEqual({ count: 9, conflicts: 0 })
})
