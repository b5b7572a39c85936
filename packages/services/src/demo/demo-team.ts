import type { Role } from '@astralis/core/people/role'
import type { DayOfWeek, TimeRange } from '@astralis/core/time/working-hours'

/** Signs in to the demo organization; printed by the launcher, and good only for an embedded database. */
export const DEMO_SIGN_IN = { email: 'ines@harborpine.example', password: 'demo-harbor-pine' }

export const DEMO_ORGANIZATION = 'Harbor & Pine Studio'

export interface DemoMember {
  key: 'ines' | 'jonas' | 'amara' | 'kiran' | 'lena'
  name: string
  role: Role
  timeZone: string
  /** Working hours on each of `days` (1 Monday to 7 Sunday), wall-clock time in the member's zone. */
  days: DayOfWeek[]
  hours: TimeRange[]
}

const WEEKDAYS: DayOfWeek[] = [1, 2, 3, 4, 5]
const SPLIT_DAY = [
  { startTime: '09:00', endTime: '12:30' },
  { startTime: '13:30', endTime: '18:00' },
]

/** Five invented people in three zones. */
export const DEMO_TEAM: DemoMember[] = [
  member('ines', 'Ines Valbrook', 'ADMIN', 'Europe/Berlin', WEEKDAYS, SPLIT_DAY),
  member('jonas', 'Jonas Ferrowald', 'OPERATOR', 'Europe/Berlin', [1, 2, 3, 4], hours('08:30', '17:00')),
  member('amara', 'Amara Quillstone', 'OPERATOR', 'America/New_York', WEEKDAYS, hours('08:00', '16:30')),
  member('kiran', 'Kiran Marrowfield', 'OPERATOR', 'Asia/Kolkata', WEEKDAYS, hours('10:30', '20:00')),
  member('lena', 'Lena Oakhollow', 'CLIENT', 'America/New_York', WEEKDAYS, hours('09:00', '17:00')),
]

export function demoEmail(key: DemoMember['key']): string {
  return `${key}@harborpine.example`
}

function hours(startTime: string, endTime: string): DemoMember['hours'] {
  return [{ startTime, endTime }]
}

function member(
  key: DemoMember['key'],
  name: string,
  role: Role,
  timeZone: string,
  days: DayOfWeek[],
  ranges: DemoMember['hours'],
): DemoMember {
  return { key, name, role, timeZone, days, hours: ranges }
}
