import type { GridPiece } from './grid-pieces.ts'

export type BoxKind = 'hours' | 'all-day' | 'month' | 'agenda'

/** An empty box that Schedule-X has laid out and we draw the event into. */
interface EventBox {
  element: HTMLElement
  kind: BoxKind
  pieceId: string
  /** Differ from the event's own while it is dragged. */
  start: GridPiece['start']
  end: GridPiece['end']
}

export interface EventBoxes {
  put: (key: string, box: EventBox) => void
  remove: (key: string) => void
  subscribe: (listener: () => void) => () => void
  /** The same map until something changes. */
  snapshot: () => ReadonlyMap<string, EventBox>
}

/**
 * The boxes on the screen by Schedule-X' key. Its own React adapter forgets none of them when they disappear, which
 * adds up while somebody pages through weeks; here a box goes when Schedule-X takes it away.
 */
export function createEventBoxes(): EventBoxes {
  const boxes = new Map<string, EventBox>()
  const listeners = new Set<() => void>()
  let published: ReadonlyMap<string, EventBox> = new Map()
  let isPublishing = false

  // Schedule-X takes boxes away and puts them back one by one; all of that is one change.
  const publishSoon = () => {
    if (isPublishing) return
    isPublishing = true
    queueMicrotask(() => {
      isPublishing = false
      published = new Map(boxes)
      for (const listener of listeners) listener()
    })
  }

  return {
    put: (key, box) => {
      boxes.set(key, box)
      publishSoon()
    },
    remove: (key) => {
      boxes.delete(key)
      publishSoon()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    snapshot: () => published,
  }
}
