import { getRouteApi } from '@tanstack/react-router'
import { CircleCheck } from 'lucide-react'
import { useCallback } from 'react'
import { Banner } from '../../ui/banner.tsx'
import { signInFailureWords } from '../auth/sign-in-failure-words.ts'
import { useReturned } from '../auth/use-returned.ts'

const route = getRouteApi('/signed-in/settings')

/** What came of linking an account at Google. */
export function GoogleReturnMessage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const forget = useCallback(() => void navigate({ search: { section: 'security' }, replace: true }), [navigate])
  const { linked, problem } = useReturned(search, forget)
  if (problem)
    return (
      <Banner tone="error" title="No Google account was linked">
        <p>{signInFailureWords(problem)}</p>
      </Banner>
    )
  if (!linked) return null
  return (
    <Banner tone="info" icon={CircleCheck} title="Linked">
      <p className="wrap-anywhere">
        From now on you can sign in with {linked} at Google, or with your password as before.
      </p>
    </Banner>
  )
}
