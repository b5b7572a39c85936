import { expect, it } from 'vitest'
import { joinParts } from './export-log.ts'

it('B7: parts of an export are one file', () => {
  expect(joinParts(['id\r\n1\r\n', '2\r\n'], 'csv')).toBe('id\r\n1\r\n2\r\n')
  expect(JSON.parse(joinParts(['[{"id":1},{"id":2}]', '[{"id":3}]', '[]'], 'json'))).toEqual([
    { id: 1 },
    { id: 2 },
    { id: 3 },
  ])
})
