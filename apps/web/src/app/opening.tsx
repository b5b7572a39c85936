import { useEffect, useEffectEvent } from 'react'

/**
 * What dims the page while a panel over it is on its way; Escape thinks better of it. A dialog already, so that the letters
 * typed meanwhile are not taken for keys of the page.
 */
export function Opening({ onClose }: { onClose: () => void }) {
  const close = useEffectEvent(onClose)
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') close()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return <div role="dialog" aria-busy aria-label="Opening" className="fixed inset-0 z-50 bg-overlay" />
}
