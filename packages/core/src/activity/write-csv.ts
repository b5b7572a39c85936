/** So that Excel reads the file as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** With these, in either width, a spreadsheet takes text for a formula and runs it (CWE-1236). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

const NEEDS_QUOTES = /[",\r\n]/

/** Rows of CSV (RFC 4180), each ended by CRLF. Text that a spreadsheet would run gets an apostrophe in front. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')
}

function writeCell(text: string): string {
  const plain = FORMULA.test(text) ? `'${text}` : text
  return NEEDS_QUOTES.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
