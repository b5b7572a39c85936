import type { LogFile } from './export-log.ts'

/** Lets the browser save a file that was made here. */
export function saveFile({ fileName, mediaType, text }: LogFile): void {
  const url = URL.createObjectURL(new Blob([text], { type: mediaType }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
}
