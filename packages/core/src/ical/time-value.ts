/** A DATE or DATE-TIME (RFC 5545, 3.3.4 and 3.3.5). */
export interface TimeValue {
  /** `YYYY-MM-DDTHH:mm:ss`, of a date at midnight */
  local: string
  isDate: boolean
  isUtc: boolean
}

const VALUE = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d))?(Z)?)?$/i
const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** `20260317`, `20260317T100000` or `20260317T100000Z`, also with the marks of ISO 8601; null for what is no time. */
export function parseTimeValue(text: string): TimeValue | null {
  const [all, year = '', month = '', day = '', hour, minute = '00', second = '00', utc] = VALUE.exec(text.trim()) ?? []
  if (all === undefined || !isDate(Number(year), Number(month), Number(day))) return null
  if (Number(hour ?? 0) > 23 || Number(minute) > 59 || Number(second) > 60) return null
  // As Temporal has it, a leap second is the one before it.
  const time = `${hour ?? '00'}:${minute}:${second === '60' ? '59' : second}`
  return { local: `${year}-${month}-${day}T${time}`, isDate: hour === undefined, isUtc: utc !== undefined }
}

/** `20260317T100000` for `2026-03-17T10:00:00` */
export function compactTime(local: string): string {
  return local.replaceAll(/[-:]/g, '')
}

/** Files have tens of thousands of dates, and Temporal takes twenty times as long to check one. */
function isDate(year: number, month: number, day: number): boolean {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  if (month === 2 && day === 29) return isLeapYear
  return year >= 1 && day >= 1 && day <= (MONTH_DAYS[month - 1] ?? 0)
}
