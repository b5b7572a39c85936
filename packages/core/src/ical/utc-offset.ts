import { MINUTE } from '../time/zone-offsets.ts'

/** A UTC-OFFSET (RFC 5545, 3.3.14) such as `+0100` or `-003426`, also with colons, in milliseconds; null for none. */
export function parseOffset(text: string): number | null {
  const [all, sign, hours, minutes, seconds = '0'] = /^\s*([+-])(\d\d):?(\d\d):?(\d\d)?\s*$/.exec(text) ?? []
  if (all === undefined) return null
  const offset = (Number(hours) * 60 + Number(minutes)) * MINUTE + Number(seconds) * 1000
  return sign === '-' ? -offset : offset
}

/** With colons, and with seconds where there are some. */
export function formatOffset(offset: number): string {
  const seconds = Math.abs(offset) / 1000
  const parts = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) =>
    `${Math.floor(part)}`.padStart(2, '0'),
  )
  return (offset < 0 ? '-' : '+') + parts.join(':').replace(/:00$/, '')
}
