import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Control } from './control.ts'
import { epochOfTime, readTime, timeAt } from './event-time.ts'
import { GoogleError } from './google-error.ts'
import { escapeHtml, page } from './html.ts'
import { redirect, sendHtml } from './http.ts'
import { instanceAt, instanceId, startsOf } from './instances.ts'
import type { StoredCalendar, StoredEvent } from './model.ts'
import type { Store } from './store.ts'

const LABEL = 'Demo: this is a stand-in of Google Calendar, nothing leaves this machine'
const HOUR = 3_600_000
const DAY = 24 * HOUR
const DAYS_SHOWN = 28
/** What the buttons of an event do. */
const MOVES: Record<string, { label: string; byMs: number }> = {
  'hour-earlier': { label: '1 hour earlier', byMs: -HOUR },
  'hour-later': { label: '1 hour later', byMs: HOUR },
  'day-earlier': { label: '1 day earlier', byMs: -DAY },
  'day-later': { label: '1 day later', byMs: DAY },
}

interface WebContext {
  store: Store
  control: Control
  now: () => number
}

/** The page at `/`, where a person changes a calendar by hand. False for what is no page of it. */
export function serveWebPage(
  context: WebContext,
  request: IncomingMessage,
  response: ServerResponse,
  address: URL,
  text: string,
): boolean {
  const { pathname, searchParams } = address
  if (pathname === '/' && request.method === 'GET') {
    const calendar = context.store.calendars.get(searchParams.get('calendar') ?? '') ?? firstOf(context.store)
    sendHtml(response, 200, calendar ? calendarPage(context, calendar, null) : emptyPage())
    return true
  }
  if (pathname !== '/web/change' || request.method !== 'POST') return false
  const form = new URLSearchParams(text)
  const calendar = context.store.calendars.get(form.get('calendar') ?? '')
  if (!calendar) return false
  try {
    changeByHand(context, calendar, form)
    redirect(response, `/?calendar=${encodeURIComponent(calendar.id)}`)
  } catch (error) {
    if (!(error instanceof GoogleError || error instanceof RangeError)) throw error
    sendHtml(response, 400, calendarPage(context, calendar, error.message))
  }
  return true
}

function firstOf(store: Store): StoredCalendar | undefined {
  return [...store.calendars.values()][0]
}

function changeByHand({ control }: WebContext, calendar: StoredCalendar, form: URLSearchParams): void {
  const [id, action] = [form.get('event') ?? '', form.get('action') ?? '']
  const shift = MOVES[action]
  if (shift) control.move(calendar.id, id, shift.byMs)
  else if (action === 'delete') control.delete(calendar.id, id)
  else {
    const { timeZone } = calendar
    const start = readTime({ dateTime: `${form.get('date')}T${form.get('time')}:00`, timeZone }, 'start', timeZone)
    const minutes = Number(form.get('minutes')) || 60
    const end = timeAt(start, epochOfTime(start) + minutes * 60_000, timeZone)
    control.insert(calendar.id, { summary: form.get('summary') || 'New event', start, end })
  }
}

function emptyPage(): string {
  return page('Calendar (stand-in of Google)', LABEL, '<h1>There is no account yet</h1>')
}

/** What takes place in the next weeks, instance by instance. */
function shownEvents(calendar: StoredCalendar, from: number): StoredEvent[] {
  const to = from + DAYS_SHOWN * DAY
  return [...calendar.events.values()]
    .filter(({ status }) => status !== 'cancelled')
    .flatMap((event) => {
      if (!event.recurrence) return [event]
      const starts = startsOf(event, { from, to, limit: DAYS_SHOWN })
      const open = starts.filter((epoch) => !calendar.events.has(instanceId(event, epoch)))
      return open.map((epoch) => instanceAt(calendar, event, epoch))
    })
    .filter(({ start, end }) => epochOfTime(end) > from && epochOfTime(start) < to)
    .toSorted((a, b) => epochOfTime(a.start) - epochOfTime(b.start))
}

function when({ start, end }: StoredEvent, timeZone: string): string {
  const isDay = start.date !== undefined
  const zone = isDay ? 'UTC' : timeZone
  const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: zone })
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone })
  const [from, to] = [epochOfTime(start), epochOfTime(end)]
  if (!isDay) return `${day.format(from)}, ${time.format(from)}–${time.format(to)}`
  return to - from > DAY ? `${day.format(from)} to ${day.format(to - DAY)}, all day` : `${day.format(from)}, all day`
}

function calendarPage({ store, now }: WebContext, calendar: StoredCalendar, problem: string | null): string {
  const { id, timeZone } = calendar
  const hidden = `<input type="hidden" name="calendar" value="${escapeHtml(id)}">`
  const choices = [...store.calendars.values()].map(
    (known) =>
      `<option value="${escapeHtml(known.id)}"${known.id === id ? ' selected' : ''}>${escapeHtml(known.summary)}</option>`,
  )
  const today = Math.floor(now() / DAY) * DAY
  const from = today - ((new Date(today).getUTCDay() + 6) % 7) * DAY
  const rows = shownEvents(calendar, from).map((event) => {
    const title = escapeHtml(event.summary ?? '(No title)')
    const marks = [
      event.recurringEventId === undefined ? '' : 'part of a series',
      event.transparency === 'transparent' ? 'free' : '',
      event.organizer.email === id ? '' : `invited by ${event.organizer.email}`,
    ].filter(Boolean)
    const own = `${hidden}<input type="hidden" name="event" value="${escapeHtml(event.id)}">`
    const moves = Object.entries(MOVES).filter(([action]) => event.start.date === undefined || action.startsWith('day'))
    const buttons = [...moves.map(([action, { label }]) => [action, label]), ['delete', 'Delete']].map(
      ([action = '', label = '']) =>
        `<form method="post" action="/web/change">${own}<button name="action" value="${action}" aria-label="${label}: ${title}">${label}</button></form>`,
    )
    return `<li><strong>${title}</strong><br>${when(event, timeZone)}${marks.length > 0 ? ` <span class="soft">(${escapeHtml(marks.join(', '))})</span>` : ''}<br>${buttons.join('')}</li>`
  })
  return page(
    'Calendar (stand-in of Google)',
    LABEL,
    `<h1>Calendar of ${escapeHtml(calendar.summary)}</h1>
${problem === null ? '' : `<p role="alert"><strong>${escapeHtml(problem)}</strong></p>`}
<form method="get" action="/" class="row"><label>Calendar<select name="calendar">${choices.join('')}</select></label><button>Show</button></form>
<h2>Add an event</h2>
<form method="post" action="/web/change" class="row">${hidden}
<label>Title<input name="summary" required maxlength="200"></label>
<label>Date<input type="date" name="date" required value="${new Date(now() + DAY).toISOString().slice(0, 10)}"></label>
<label>Time<input type="time" name="time" required value="10:00"></label>
<label>Minutes<input type="number" name="minutes" min="5" max="1440" value="60"></label>
<button class="strong" name="action" value="insert">Add</button></form>
<h2>This week and the next three</h2><p class="soft">Times in ${escapeHtml(timeZone)}.</p><ul>${rows.join('') || '<li>Nothing.</li>'}</ul>`,
  )
}
