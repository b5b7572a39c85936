import { useEffect, useRef } from 'react'

/**
 * For a list whose rows go away by what is pressed in them: the focus would be lost with the row, and goes to the list
 * instead. The list takes the ref and `tabIndex={-1}`.
 */
export function useFocusKept<T extends HTMLElement>(rowCount: number) {
  const list = useRef<T>(null)
  const before = useRef(rowCount)
  useEffect(() => {
    if (rowCount < before.current && document.activeElement === document.body)
      list.current?.focus({ preventScroll: true })
    before.current = rowCount
  }, [rowCount])
  return list
}
