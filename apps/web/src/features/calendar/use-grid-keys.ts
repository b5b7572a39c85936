import type { KeyboardEvent, RefObject } from 'react'
import type { GridEvent } from './grid-event.ts'
import { eventIdOf } from './grid-pieces.ts'
import { nextStop } from './roving.ts'
import type { useCarry } from './use-carry.ts'
import { useRovingFocus } from './use-roving-focus.ts'

interface GridKeysOptions {
  root: RefObject<HTMLElement | null>
  carry: ReturnType<typeof useCarry>
  startOf: (pieceId: string) => string | undefined
  eventOf: (pieceId: string) => GridEvent | undefined
  mayMove: (event: GridEvent) => boolean
  onStep: (direction: 1 | -1) => void
}

/** The grid by keyboard; answers with what to do at a key that goes down in it. */
export function useGridKeys({ root, carry, startOf, eventOf, mayMove, onStep }: GridKeysOptions) {
  const roving = useRovingFocus(root, startOf)

  return (press: KeyboardEvent): void => {
    const container = root.current
    if (!container || press.ctrlKey || press.metaKey || press.defaultPrevented) return
    const isRightToLeft = getComputedStyle(container).direction === 'rtl'
    const stop = roving.focused()
    if (!stop && press.target !== container && !carry.carried) return
    if (isMeant()) {
      press.preventDefault()
      press.stopPropagation()
    } else if (press.key === 'Enter' || press.key === ' ') {
      // Opening an event moves the focus to its panel while the key is still down; left alone, the same press would then
      // activate what has the focus there.
      press.preventDefault()
    }

    function isMeant(): boolean {
      if (carry.press(press, isRightToLeft)) return true
      const event = stop && eventOf(stop.pieceId)
      if (press.key === 'Insert' || press.key === 'n') {
        carry.begin(event ?? null)
        return true
      }
      if (press.key === 'PageDown' || press.key === 'PageUp') {
        onStep(press.key === 'PageDown' ? 1 : -1)
        return true
      }
      if (!stop) return false
      if (event && press.shiftKey && press.key.startsWith('Arrow') && mayMove(event)) {
        // The part of an event after midnight is not there while the whole is carried.
        roving.focus(eventIdOf(stop.pieceId))
        return carry.pickUp(event, press, isRightToLeft)
      }
      const stops = roving.stops()
      const current = stops.find(({ pieceId }) => pieceId === stop.pieceId)
      const next = current && nextStop(stops, current, press.key, isRightToLeft)
      if (next) roving.focus(next.pieceId)
      return Boolean(next)
    }
  }
}
