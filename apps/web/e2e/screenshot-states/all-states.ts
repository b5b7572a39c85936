import { ACCOUNT_STATES } from './account-states.ts'
import { ACTIVITY_STATES } from './activity-states.ts'
import { AVAILABILITY_STATES } from './availability-states.ts'
import { CALENDAR_STATES } from './calendar-states.ts'
import { CONNECTION_STATES } from './connection-states.ts'
import { DESIGN_STATES } from './design-states.ts'
import { LOCALE_STATES } from './locale-states.ts'
import { FIRST_STEPS_STATES } from './first-steps-states.ts'
import { MAIL_STATES } from './mail-states.ts'
import { MEMBER_STATES } from './member-states.ts'
import { PALETTE_STATES } from './palette-states.ts'
import { SEARCH_STATES } from './search-states.ts'
import { SERIES_STATES } from './series-states.ts'
import { SETTINGS_STATES } from './settings-states.ts'
import type { State } from './state.ts'
import { SUGGEST_STATES } from './suggest-states.ts'
import { TEAM_STATES } from './team-states.ts'

/** Every page and state that people get to see, by where it belongs: what is pictured, and what axe looks at. */
export const STATES_BY_PLACE: Record<string, State[]> = {
  account: ACCOUNT_STATES,
  'first steps': FIRST_STEPS_STATES,
  calendar: CALENDAR_STATES,
  palette: PALETTE_STATES,
  series: SERIES_STATES,
  availability: AVAILABILITY_STATES,
  suggestions: SUGGEST_STATES,
  team: TEAM_STATES,
  mail: MAIL_STATES,
  connections: CONNECTION_STATES,
  members: MEMBER_STATES,
  settings: SETTINGS_STATES,
  activity: ACTIVITY_STATES,
  search: SEARCH_STATES,
  design: DESIGN_STATES,
  locale: LOCALE_STATES,
}
