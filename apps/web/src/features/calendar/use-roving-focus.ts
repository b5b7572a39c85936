import { useEffect, useEffectEvent, useRef, type RefObject } from 'react'
import { stopsOf, type Stop } from './roving.ts'

/**
 * Makes the grid one stop of the Tab key, whichever event had the focus last, and keeps the focus on that event however
 * often the grid is laid out anew. Answers with the stops and the one the focus is on.
 */
export function useRovingFocus(root: RefObject<HTMLElement | null>, startOf: (pieceId: string) => string | undefined) {
  const current = useRef<string>(null)
  const hasFocus = useRef(false)

  const stops = () => (root.current ? stopsOf(root.current, startOf) : [])
  const sync = useEffectEvent(() => {
    const container = root.current
    if (!container) return
    const all = stops()
    const active = all.find(({ element }) => element === document.activeElement)
    const stop = all.find(({ pieceId }) => pieceId === current.current) ?? active ?? all[0]
    current.current = stop?.pieceId ?? current.current
    // What scrolls can be reached without a mouse, also where there is no event to go to.
    const scroller = scrollerOf(container)
    scroller.tabIndex = stop ? -1 : 0
    for (const { element } of all) {
      const tabIndex = element === stop?.element ? 0 : -1
      if (element.tabIndex !== tabIndex) element.tabIndex = tabIndex
    }
    const isLost = document.activeElement === document.body || (active && active !== stop)
    if (hasFocus.current && isLost) (stop?.element ?? scroller).focus({ preventScroll: true })
  })

  useEffect(() => {
    const container = root.current
    if (!container) return undefined
    const onFocusIn = ({ target }: FocusEvent) => {
      hasFocus.current = true
      const event = target instanceof Element ? target.closest<HTMLElement>('.grid-event') : null
      const pieceId = event?.dataset['eventId']
      if (pieceId === undefined || pieceId === current.current) return
      current.current = pieceId
      sync()
    }
    // An event that is laid out anew loses the focus and is gone; one that somebody left is still there.
    const onFocusOut = ({ target }: FocusEvent) =>
      queueMicrotask(() => {
        hasFocus.current =
          !(target instanceof Element && target.isConnected) || container.contains(document.activeElement)
      })
    const observer = new MutationObserver(sync)
    observer.observe(container, { childList: true, subtree: true, attributeFilter: ['data-event-id'] })
    container.addEventListener('focusin', onFocusIn)
    container.addEventListener('focusout', onFocusOut)
    sync()
    return () => {
      observer.disconnect()
      container.removeEventListener('focusin', onFocusIn)
      container.removeEventListener('focusout', onFocusOut)
    }
  }, [root])

  return {
    stops,
    focused: (): Stop | null => stops().find(({ element }) => element === document.activeElement) ?? null,
    /** Gives an event the focus as soon as it is there. */
    focus: (pieceId: string) => {
      current.current = pieceId
      hasFocus.current = true
      stops()
        .find((stop) => stop.pieceId === pieceId)
        ?.element.focus()
    },
  }
}

function scrollerOf(container: HTMLElement): HTMLElement {
  return container.querySelector<HTMLElement>('.sx__view-container') ?? container
}
