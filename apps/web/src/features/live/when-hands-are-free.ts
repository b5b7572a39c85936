import { queryClient } from '../../lib/query-client.ts'

/**
 * Runs `action` when nothing is being dragged and no change of the person's own is on its way: nothing moves under a pressed
 * pointer, and no answer from before a change puts back what the page shows of it already.
 */
export function whenHandsAreFree(action: () => void): { ask: () => void; stop: () => void } {
  let isAsked = false
  let isPressed = false
  const look = () => {
    if (!isAsked || isPressed || queryClient.isMutating() > 0) return
    isAsked = false
    action()
  }
  const press = () => {
    isPressed = true
  }
  const release = () => {
    isPressed = false
    // What the release itself begins goes first.
    setTimeout(look)
  }
  const capture = { capture: true }
  addEventListener('pointerdown', press, capture)
  addEventListener('pointerup', release, capture)
  addEventListener('pointercancel', release, capture)
  const leave = queryClient.getMutationCache().subscribe(() => setTimeout(look))
  return {
    ask() {
      isAsked = true
      look()
    },
    stop() {
      isAsked = false
      removeEventListener('pointerdown', press, capture)
      removeEventListener('pointerup', release, capture)
      removeEventListener('pointercancel', release, capture)
      leave()
    },
  }
}
