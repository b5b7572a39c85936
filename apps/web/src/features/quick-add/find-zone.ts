import { TIME_ZONES } from '../time-zone/time-zones.ts'
import { fold } from './find-people.ts'
import type { Reading } from './reading.ts'

/** What people call the time of a region, in summer and in winter alike. */
const ABBREVIATIONS: Partial<Record<string, string>> = {
  UTC: 'UTC',
  GMT: 'UTC',
  ET: 'America/New_York',
  EST: 'America/New_York',
  EDT: 'America/New_York',
  CST: 'America/Chicago',
  CDT: 'America/Chicago',
  MST: 'America/Denver',
  MDT: 'America/Denver',
  PT: 'America/Los_Angeles',
  PST: 'America/Los_Angeles',
  PDT: 'America/Los_Angeles',
  BST: 'Europe/London',
  CET: 'Europe/Berlin',
  CEST: 'Europe/Berlin',
  MEZ: 'Europe/Berlin',
  EET: 'Europe/Athens',
  JST: 'Asia/Tokyo',
  IST: 'Asia/Kolkata',
  AEST: 'Australia/Sydney',
  AEDT: 'Australia/Sydney',
}
/** Only behind a time, or "EST" in a title would be one. */
const AFTER_TIME =
  /(?<=\d(?:\s*[ap]\.?m\.?)?\s?|uhr\s|noon\s)\(?(UTC|GMT|ET|EST|EDT|CST|CDT|MST|MDT|PT|PST|PDT|BST|CET|CEST|MEZ|EET|JST|IST|AEST|AEDT)\)?(?![\p{L}\p{N}+-])/gu
const CITY_TIME = /(?<!\p{L})(?:in\s+)?(\p{L}+(?:[\s_-]\p{L}+){0,2})\s+(?:time|zeit)(?!\p{L})/giu

/** `3pm EST`, `9am New York time`: the zone that the sentence is said in; null where it names none. */
export function findZone(reading: Reading): string | null {
  return reading.takeMatch(AFTER_TIME, ([, name = '']) => ABBREVIATIONS[name] ?? null) ?? takeCity(reading)
}

/** Of "call New York time" the city is the longest end of the words that is one. */
function takeCity(reading: Reading): string | null {
  for (const match of reading.rest.matchAll(CITY_TIME)) {
    const words = (match[1] ?? '').split(/[\s_]+/)
    for (const index of words.keys()) {
      const zone = zoneOfCity(words.slice(index).join(' '))
      if (!zone) continue
      const skipped = words.slice(0, index).join(' ')
      const from = match.index + (skipped ? match[0].indexOf(skipped) + skipped.length : 0)
      reading.take(from, match.index + match[0].length)
      return zone
    }
  }
  return null
}

function zoneOfCity(city: string): string | null {
  const wanted = fold(city)
  return TIME_ZONES.find((zone) => fold(zone.split('/').at(-1) ?? '').replaceAll('_', ' ') === wanted) ?? null
}
