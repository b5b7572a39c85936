/** Every event of the grid, and what stands for several; not what follows a pointer or is being made. */
const STOPS = '.grid-event:not(.is-event-copy, .sx__date-grid-event--copy, .is-draft)'

export interface Stop {
  element: HTMLElement
  pieceId: string
  /** Its start as text, by which stops are in order. */
  from: string
}

/** The events on the grid in the order of time; `startOf` knows when a piece begins. */
export function stopsOf(root: HTMLElement, startOf: (pieceId: string) => string | undefined): Stop[] {
  return [...root.querySelectorAll<HTMLElement>(STOPS)]
    .flatMap((element) => {
      const pieceId = element.dataset['eventId'] ?? ''
      const from = startOf(pieceId)
      return from === undefined ? [] : [{ element, pieceId, from }]
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)))
}

/**
 * Where a key leads from a stop: up and down through all of them, across to the one of the nearest time on the next day
 * that has any. Null for a key that leads nowhere.
 */
export function nextStop<S extends Pick<Stop, 'from'>>(
  stops: readonly S[],
  current: S,
  key: string,
  isRightToLeft: boolean,
): S | null {
  const index = stops.indexOf(current)
  if (key === 'Home') return stops[0] ?? null
  if (key === 'End') return stops.at(-1) ?? null
  if (key === 'ArrowDown') return stops[index + 1] ?? null
  if (key === 'ArrowUp') return stops[index - 1] ?? null
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null
  const isForward = (key === 'ArrowRight') !== isRightToLeft
  const others = stops.filter(({ from }) =>
    isForward ? dateOf(from) > dateOf(current.from) : dateOf(from) < dateOf(current.from),
  )
  const edge = isForward ? others[0] : others.at(-1)
  const onThatDay = edge ? others.filter(({ from }) => dateOf(from) === dateOf(edge.from)) : []
  const time = (stop: S) => minutesOf(stop.from)
  const distance = (stop: S) => Math.abs(time(stop) - time(current))
  return onThatDay.toSorted((a, b) => distance(a) - distance(b))[0] ?? null
}

function dateOf(from: string): string {
  return from.slice(0, 'YYYY-MM-DD'.length)
}

/** Minutes since midnight; all-day events stand above the hours. */
function minutesOf(from: string): number {
  return from.length > 'YYYY-MM-DD'.length ? Number(from.slice(11, 13)) * 60 + Number(from.slice(14, 16)) : -1
}
