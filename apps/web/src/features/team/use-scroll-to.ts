import { useLayoutEffect, useRef, type RefObject } from 'react'
import type { Axis } from './team-axis.ts'

interface ScrollTo {
  axis: Axis
  /** What is to be seen first, in epoch milliseconds. */
  at: number
  isVertical: boolean
}

/** A scroller that begins where the axis begins to be interesting, beside the names; from then on it is the reader's. */
export function useScrollTo({ axis, at, isVertical }: ScrollTo): RefObject<HTMLDivElement | null> {
  const scroller = useRef<HTMLDivElement>(null)
  const first = useRef((at - axis.from) / (axis.to - axis.from))
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const head = element.querySelector<HTMLElement>('[role="rowheader"]')
    if (isVertical) element.scrollTop = first.current * (element.scrollHeight - (head?.offsetHeight ?? 0))
    else {
      const sign = getComputedStyle(element).direction === 'rtl' ? -1 : 1
      element.scrollLeft = sign * first.current * (element.scrollWidth - (head?.offsetWidth ?? 0))
    }
  }, [isVertical])
  return scroller
}
