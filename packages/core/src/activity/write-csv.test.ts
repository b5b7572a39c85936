import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv } from './testing/read-csv.ts'
import { BYTE_ORDER_MARK, writeCsv } from './write-csv.ts'
import { writeLogCsv } from './write-log-csv.ts'

/** Text as it comes, and text made of what means something in CSV or in a spreadsheet. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '=', '+', '-', '@', '\t', "'", 'a', ' ', '＝') }),
)
const rows = fc.array(fc.array(text, { minLength: 2, maxLength: 5 }))

const FORMULA_STARTS = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']
const asWritten = (cell: string) => (FORMULA_STARTS.some((start) => cell.startsWith(start)) ? `'${cell}` : cell)

describe('B7: CSV', () => {
  it('a reader by RFC 4180 reads back what was written, but for the apostrophes', () => {
    fc.assert(
      fc.property(rows, (table) => {
        expect(readCsv(writeCsv(table))).toEqual(table.map((row) => row.map(asWritten)))
      }),
    )
  })

  it('no cell is one that a spreadsheet would run', () => {
    fc.assert(
      fc.property(rows, (table) => {
        for (const cell of readCsv(writeCsv(table)).flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
      }),
    )
  })

  it.each([
    ['=1+1', "'=1+1"],
    ['-2', "'-2"],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ['two\nlines', '"two\nlines"'],
    ['', ''],
  ])('writes %j as %j', (cell, written) => {
    expect(writeCsv([[cell, 'x']])).toBe(`${written},x\r\n`)
  })

  it('parts of the log make one table with one heading', () => {
    const snapshot = fc.option(fc.dictionary(text, fc.jsonValue()), { nil: null })
    const entry = fc.record({
      id: fc.uuid(),
      at: fc.constant('2026-03-02T08:00:00Z'),
      actor: fc.option(fc.record({ id: fc.uuid(), name: text, email: text }), { nil: null }),
      origin: text,
      action: text,
      entity: text,
      entityId: fc.uuid(),
      subject: fc.option(text, { nil: null }),
      before: snapshot,
      after: snapshot,
    })
    fc.assert(
      fc.property(fc.array(entry), fc.array(entry), (first, second) => {
        const file = writeLogCsv(first, { isFirst: true }) + writeLogCsv(second, { isFirst: false })
        expect(file.startsWith(BYTE_ORDER_MARK)).toBe(true)
        const [headings, ...read] = readCsv(file.slice(1))
        expect(headings).toHaveLength(11)
        expect(read).toHaveLength(first.length + second.length)
        for (const [index, { id, subject, after }] of [...first, ...second].entries()) {
          expect(read[index]?.[0]).toBe(id)
          expect(read[index]?.[8]).toBe(asWritten(subject ?? ''))
          expect(read[index]?.[10]).toBe(after ? JSON.stringify(after) : '')
        }
      }),
    )
  })
})
