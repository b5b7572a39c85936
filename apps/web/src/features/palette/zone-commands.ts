import { Globe } from 'lucide-react'
import { now } from '../../lib/clock.ts'
import { formatOffset, zoneName } from '../../lib/format-time.ts'
import { findMatches } from '../../ui/find-matches.ts'
import { BROWSER_TIME_ZONE, TIME_ZONES } from '../time-zone/time-zones.ts'
import type { Command } from './command.ts'

const OPTIONS = TIME_ZONES.map((value) => ({ value, keywords: [zoneName(value)] }))
const MAX_ZONES = 20

/** The zones by any part of their name; without a query that of this computer, and UTC. */
export function zoneCommands(query: string, current: string, onChoose: (timeZone: string) => void): Command[] {
  const usual = [BROWSER_TIME_ZONE, current, 'UTC']
  const zones = query.trim()
    ? findMatches(OPTIONS, query).map(({ value }) => value)
    : [...new Set([...usual, ...TIME_ZONES])]
  return zones.slice(0, MAX_ZONES).map((timeZone) => ({
    id: `zone ${timeZone}`,
    group: 'Settings',
    label: zoneName(timeZone),
    detail: `${formatOffset(timeZone, now())}${timeZone === current ? ', now' : ''}`,
    keywords: [],
    icon: Globe,
    run: () => onChoose(timeZone),
  }))
}
