/**
 * Reads CSV as RFC 4180 has it, strictly: records end with CRLF, and quotes are doubled. Throws where it is none. Written
 * for tests only, apart from what writes it.
 */
export function readCsv(text: string): string[][] {
  const records: string[][] = []
  let record: string[] = []
  let rest = text
  while (rest !== '') {
    const quoted = /^"((?:[^"]|"")*)"/.exec(rest)
    const field = quoted ?? /^([^",\r\n]*)/.exec(rest)
    const cell = field?.[1] ?? ''
    record.push(quoted ? cell.replaceAll('""', '"') : cell)
    rest = rest.slice(field?.[0].length ?? 0)
    if (rest.startsWith('\r\n')) {
      records.push(record)
      record = []
      rest = rest.slice(2)
    } else if (rest.startsWith(',')) rest = rest.slice(1)
    else throw new Error(`Expected a comma or CRLF, not ${JSON.stringify(rest.slice(0, 20))}.`)
  }
  if (record.length > 0) throw new Error('The last record is not ended by CRLF.')
  return records
}
