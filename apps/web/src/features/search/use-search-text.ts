import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useDebounced } from '../../lib/use-debounced.ts'

const SETTLED_MILLISECONDS = 200

/**
 * What stands in the field. The address follows it, in place: whoever comes back finds what they looked for, and does not come
 * past every letter.
 */
export function useSearchText() {
  const { text: ofAddress = '' } = useSearch({ from: '/signed-in/search' })
  const navigate = useNavigate({ from: '/search' })
  const [text, setText] = useState(ofAddress)
  const settled = useDebounced(text, SETTLED_MILLISECONDS)
  const written = useRef(ofAddress)
  useEffect(() => {
    if (settled === written.current) return
    written.current = settled
    void navigate({ search: { text: settled || undefined }, replace: true })
  }, [settled, navigate])
  useEffect(() => {
    // Somebody has opened another address of the same page.
    if (ofAddress === written.current) return
    written.current = ofAddress
    setText(ofAddress)
  }, [ofAddress])
  return [text, setText] as const
}
