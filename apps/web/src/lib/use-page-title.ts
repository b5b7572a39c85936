import { useEffect } from 'react'

const PRODUCT = 'AstralisOps'

/** Names the page in the tab, in the history and to screen readers: what tells it from others comes first. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${PRODUCT}`
  }, [title])
}
