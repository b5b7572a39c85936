import type { Reading } from './reading.ts'

/** Two spaces stand where something else was understood. */
const PLACE =
  /(?<![\p{L}\p{N}])(?:(?:at|@|im|bei|chez)\s+|@|in\s+(?=(?:the\s+)?(?:room|office|meeting room|building|lobby|hall|raum|büro|konferenzraum)(?!\p{L})))((?:\S+ )*\S*\p{L}\S*(?: \S+)*)/giu
const MAX_LENGTH = 500

/** `at Café Nord`, `@ Harbour Street 4`, `in Room 4`: where it is; empty where that was not said. */
export function findPlace(reading: Reading): string {
  const place = reading.takeMatch(PLACE, ([, words = '']) => {
    const name = words.replace(/[\s,;]+$/u, '')
    return name.length > 0 && name.length <= MAX_LENGTH && !name.includes('\uFFFC') ? name : null
  })
  return place ?? ''
}
