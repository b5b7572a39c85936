import { expect, test } from 'vitest'
import { detailText } from './detail-text.ts'

test.each([
  [{ items: 1250 }, '1,250 events'],
  [{ items: 1 }, '1 event'],
  [{ reason: 'The event has no start.' }, 'The event has no start.'],
  [{ added: ['Projects', 'Holidays'], removed: [] }, 'Added: Projects and Holidays'],
  [{ added: ['Projects'], removed: ['Holidays'] }, 'Added: Projects · Left out: Holidays'],
  [{ lost: [] }, null],
  [null, null],
])('G5: %j is %j', (detail, text) => {
  expect(detailText(detail, 'en-US')).toBe(text)
})
