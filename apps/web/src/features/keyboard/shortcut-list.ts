interface Shortcut {
  keys: readonly string[]
  action: string
}

/** Everywhere behind the sign-in. */
const ANYWHERE = [
  { keys: ['c'], action: 'Create an event' },
  { keys: ['q'], action: 'Quick add: an event in a sentence' },
  { keys: ['/'], action: 'Search' },
  { keys: ['z'], action: 'Take back the last change, while its message is shown' },
  { keys: ['?'], action: 'Show these keys' },
] as const satisfies Shortcut[]

const CALENDAR = [
  { keys: ['t'], action: 'Go to today' },
  { keys: ['j'], action: 'Next day, week or month' },
  { keys: ['k'], action: 'Previous day, week or month' },
  { keys: ['d'], action: 'Day view' },
  { keys: ['w'], action: 'Week view' },
  { keys: ['m'], action: 'Month view' },
  { keys: ['e'], action: 'Edit the event that is open or has the focus' },
] as const satisfies Shortcut[]

/** What the browser and our parts do by themselves. */
const OTHERS: Shortcut[] = [
  { keys: ['Ctrl', 'K'], action: 'Palette: do or find anything (⌘ K on a Mac)' },
  { keys: ['Tab', 'Enter'], action: 'Reach an event and open it' },
  { keys: ['Arrows'], action: 'Go from event to event' },
  { keys: ['Shift', 'Arrows'], action: 'Move an event; Enter puts it down' },
  { keys: ['Alt', '↑', '↓'], action: 'Change its end while it moves' },
  { keys: ['n'], action: 'Place a new event from the one in focus' },
  { keys: ['Alt', 'T'], action: 'Reach the message at the bottom' },
  { keys: ['Esc'], action: 'Close a panel, or stop dragging' },
]

/**
 * The one list of keys: the help shows it, and whoever handles keys is held to it by these types, so that none is listed
 * and does nothing, or does something and is not listed.
 */
export type GlobalKey = (typeof ANYWHERE)[number]['keys'][0]
export type CalendarKey = (typeof CALENDAR)[number]['keys'][0]

export const SHORTCUT_GROUPS: { label: string; shortcuts: readonly Shortcut[] }[] = [
  { label: 'Everywhere', shortcuts: [...OTHERS.slice(0, 1), ...ANYWHERE] },
  { label: 'In the calendar', shortcuts: CALENDAR },
  { label: 'Moving about', shortcuts: OTHERS.slice(1) },
]
