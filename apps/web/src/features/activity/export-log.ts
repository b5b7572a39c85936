import type { ActivityFormat } from '@astralis/core/activity/activity-input'
import { trpcClient, type Outputs } from '../../lib/trpc.ts'
import type { ActivityFilter } from './activity-filter.ts'

export interface LogFile {
  fileName: string
  mediaType: string
  text: string
}

type Part = Outputs['activity']['export']

/** All entries that the filter lets through, as one file; `onPart` hears how many parts have come. */
export async function exportLog(
  filter: ActivityFilter,
  format: ActivityFormat,
  onPart: (parts: number) => void,
): Promise<LogFile> {
  const parts: Part[] = []
  let before: string | null = null
  do {
    const part: Part = await trpcClient.activity.export.query({ ...filter, format, ...(before !== null && { before }) })
    parts.push(part)
    onPart(parts.length)
    before = part.next
  } while (before !== null)
  const { fileName = '', mediaType = '' } = parts[0] ?? {}
  return {
    fileName,
    mediaType,
    text: joinParts(
      parts.map(({ text }) => text),
      format,
    ),
  }
}

/** Parts of a table follow each other; lists become one list. */
export function joinParts(texts: readonly string[], format: ActivityFormat): string {
  if (format === 'csv') return texts.join('')
  const entries: unknown[] = texts.flatMap((text): unknown => JSON.parse(text))
  return JSON.stringify(entries, null, 2)
}
