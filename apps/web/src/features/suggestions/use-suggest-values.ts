import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { today } from '../../lib/clock.ts'
import { useDebounced } from '../../lib/use-debounced.ts'
import { useUser } from '../auth/use-user.ts'
import { toSearch, valuesOf, type SuggestValues } from './suggest-values.ts'

const PATH = '/calendar/suggest'

/** A pause in typing that is long enough to be one. */
const PAUSE_MILLISECONDS = 300

/**
 * The form of a search. The address follows it once it has settled; going back and forth in the browser leaves the
 * page, because every key would be a step otherwise.
 */
export function useSuggestValues() {
  const user = useUser()
  const search = useSearch({ from: '/signed-in/calendar/suggest' })
  const navigate = useNavigate({ from: PATH })
  const { history } = useRouter()
  const [values, setValues] = useState(() => valuesOf(search, user, today))
  const settled = useDebounced(values, PAUSE_MILLISECONDS)
  useEffect(() => {
    // While the next page is loading, this one is still there: it must not call anybody back.
    if (history.location.pathname !== PATH) return
    const next = toSearch(settled)
    if (JSON.stringify(next) !== JSON.stringify(search)) void navigate({ search: next, replace: true })
  }, [navigate, history, settled, search])
  return {
    values,
    /** The values as they were a moment ago: what is worth asking about. */
    settled,
    change: (patch: Partial<SuggestValues>) => setValues((before) => ({ ...before, ...patch })),
  }
}
