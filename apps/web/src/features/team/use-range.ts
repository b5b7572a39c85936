import { useState } from 'react'
import { HOUR, type Axis } from './team-axis.ts'

/** A stretch of the axis, in epoch milliseconds. */
export interface Range {
  from: number
  to: number
}

/** The cell that the arrow keys stand on: row 0 is everybody, and `at` the start of a step. */
export interface Cursor {
  row: number
  at: number
}

/** The steps at which drawing began and is now. */
interface Drawn {
  anchor: number
  focus: number
}

/** How long a meeting is taken to be that nobody drew. */
const CLICK_DURATION = HOUR

/** What is chosen on the grid: where the keys stand, the range that is drawn, and the one that is proposed. */
export function useRange(axis: Axis, firstAt: number) {
  const [cursor, setCursor] = useState<Cursor>({ row: 0, at: firstAt })
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  const [isProposed, setIsProposed] = useState(false)
  const range = drawn && rangeOf(drawn, axis)
  const draw = (next: Drawn) => {
    setDrawn(next)
    setCursor(({ row }) => ({ row, at: next.focus }))
  }
  const clear = () => {
    setDrawn(null)
    setIsProposed(false)
  }
  return {
    cursor,
    range,
    isProposed,
    draw,
    clear,
    /** Moves the cursor; with `extends` the range follows it from where it was. */
    move: (next: Cursor, extend: boolean) => {
      setCursor(next)
      setDrawn(extend ? { anchor: drawn?.anchor ?? cursor.at, focus: next.at } : null)
    },
    /** Proposes what is drawn; without anything an hour from `at`. */
    propose: (at = cursor.at, kept = drawn) => {
      const last = Math.min(at + CLICK_DURATION, axis.to) - axis.step
      draw(kept ?? { anchor: at, focus: Math.max(at, last) })
      setIsProposed(true)
    },
  }
}

function rangeOf({ anchor, focus }: Drawn, { to, step }: Axis): Range {
  return { from: Math.min(anchor, focus), to: Math.min(Math.max(anchor, focus) + step, to) }
}
