import { useCanGoBack, useRouter } from '@tanstack/react-router'
import type { KeyboardEvent, RefObject } from 'react'

const RESULTS = '[data-result]'

/**
 * Keys of the search: arrows go from the field through the results and back, Enter goes from the field to the first of them,
 * and Escape leads back to where one came from. Results are links, which open by themselves.
 */
export function useResultKeys(field: RefObject<HTMLInputElement | null>) {
  const router = useRouter()
  const canGoBack = useCanGoBack()
  return (event: KeyboardEvent<HTMLElement>) => {
    const hasModifier = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey
    // A key that chooses among the signs of an input method is none of ours.
    if (hasModifier || event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      if (canGoBack) router.history.back()
      else void router.navigate({ to: '/calendar' })
      return
    }
    const stops = [field.current, ...event.currentTarget.querySelectorAll<HTMLElement>(RESULTS)]
    const at = stops.findIndex((stop) => stop === event.target)
    const next = stops[at + stepOf(event.key, at)]
    if (at === -1 || !next || next === event.target) return
    event.preventDefault()
    next.focus()
  }
}

function stepOf(key: string, at: number): number {
  if (key === 'ArrowDown' || (key === 'Enter' && at === 0)) return 1
  return key === 'ArrowUp' ? -1 : 0
}
