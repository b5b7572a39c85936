const ROOT = 'https://www.googleapis.com/auth/'

/** What the consent page says of the scopes that the stand-in knows; others are refused as Google does. */
export const SCOPES: Record<string, string> = {
  openid: 'Know who you are',
  email: 'See your email address',
  profile: 'See your name',
  [`${ROOT}userinfo.email`]: 'See your email address',
  [`${ROOT}userinfo.profile`]: 'See your name',
  [`${ROOT}calendar`]: 'See, edit, share, and permanently delete all the calendars you can access',
  [`${ROOT}calendar.readonly`]: 'See and download any calendar you can access',
  [`${ROOT}calendar.events`]: 'View and edit events on all your calendars',
  [`${ROOT}calendar.events.readonly`]: 'View events on all your calendars',
  [`${ROOT}calendar.calendarlist`]: 'See, add, and remove calendars you are subscribed to',
  [`${ROOT}calendar.calendarlist.readonly`]: 'See the list of calendars you are subscribed to',
  [`${ROOT}calendar.calendars.readonly`]: 'See the title, description, default time zone of calendars',
}

/** Asked for, these are given without a checkbox. */
export const IDENTITY = new Set(['openid', 'email', 'profile', `${ROOT}userinfo.email`, `${ROOT}userinfo.profile`])

const scopes = (...names: string[]) => names.map((name) => `${ROOT}${name}`)

/** One of these is enough. */
export const ALLOWS = {
  listCalendars: scopes('calendar', 'calendar.readonly', 'calendar.calendarlist', 'calendar.calendarlist.readonly'),
  getCalendar: scopes('calendar', 'calendar.readonly', 'calendar.calendars.readonly'),
  readEvents: scopes('calendar', 'calendar.readonly', 'calendar.events', 'calendar.events.readonly'),
  writeEvents: scopes('calendar', 'calendar.events'),
}
