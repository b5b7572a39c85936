/** A line of a calendar without its folds (RFC 5545, 3.1); `line` is where it begins in the file, counted from 1. */
export interface ContentLine {
  line: number
  text: string
}

/**
 * The lines of a file, whatever ends them: CRLF, LF, CR or a mix. Empty lines mean nothing, even inside a fold: programs
 * that write CR CR LF have one after each line.
 */
export function readLines(file: string): ContentLine[] {
  const lines: ContentLine[] = []
  for (const [index, text] of file.split(/\r\n|\r|\n/).entries()) {
    if (text === '') continue
    const last = lines.at(-1)
    if (last && (text.startsWith(' ') || text.startsWith('\t'))) last.text += text.slice(1)
    else lines.push({ line: index + 1, text })
  }
  return lines
}
