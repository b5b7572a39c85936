import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import { Banner } from '../../ui/banner.tsx'
import { signInFailureWords } from './sign-in-failure-words.ts'
import { useReturned } from './use-returned.ts'

const route = getRouteApi('/signed-out/sign-in')

/** Why somebody is here again, who did not come by themselves. */
export function SignInNotice() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const forget = useCallback(
    () => void navigate({ search: (previous) => ({ ...previous, problem: undefined }), replace: true }),
    [navigate],
  )
  const { problem } = useReturned(search, forget)
  if (problem)
    return (
      <Banner tone="error" title="Google did not sign you in">
        <p>{signInFailureWords(problem)}</p>
      </Banner>
    )
  if (!search.hasExpired) return null
  return (
    <Banner tone="info" title="Your session has ended">
      <p>Sign in again to go back to where you were.</p>
    </Banner>
  )
}
