import { useState } from 'react'

/**
 * What Radix is to do when a dialog closes: it gives the focus back by itself only to a trigger of its own. The dialog takes
 * this when it is first drawn, while what opened it still has the focus.
 */
export function useReturnFocus(): (event: Event) => void {
  const [opener] = useState(() => document.activeElement)
  return (event) => {
    if (!(opener instanceof HTMLElement)) return
    event.preventDefault()
    opener.focus()
  }
}
