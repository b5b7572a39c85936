import { useEffect, useState } from 'react'

interface Returned {
  linked?: string | undefined
  problem?: string | undefined
}

/**
 * What came of going to Google, once: the address forgets it at once, so a reload does not say it again. `forget` takes it out
 * of the address.
 */
export function useReturned(search: Returned, forget: () => void): Returned {
  const [returned, setReturned] = useState(search)
  useEffect(() => {
    if (!search.linked && !search.problem) return
    setReturned(search)
    forget()
  }, [search, forget])
  return returned
}
