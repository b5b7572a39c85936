import { describeOAuthFailure, OAUTH_FAILURES } from '@astralis/core/sync/oauth-failure'
import { getRouteApi, Link } from '@tanstack/react-router'
import { CircleCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Banner } from '../../ui/banner.tsx'

const route = getRouteApi('/signed-in/calendar/connections')

/** What came of asking for consent, once: the address forgets it at once, and a reload does not say it again. */
export function ReturnMessage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [{ connected, problem }, setReturned] = useState(search)
  useEffect(() => {
    if (!search.connected && !search.problem) return
    setReturned(search)
    void navigate({ search: {}, replace: true })
  }, [search, navigate])
  if (problem) {
    const failure = OAUTH_FAILURES.find((known) => known === problem)
    return (
      <Banner tone="error" title="Nothing was connected">
        <p>
          {failure ? describeOAuthFailure(failure) : 'Google did not answer as expected. Start again with “Connect”.'}
        </p>
      </Banner>
    )
  }
  if (!connected) return null
  return (
    <Banner
      tone="info"
      icon={CircleCheck}
      title="Connected"
      actions={
        <Link to="/calendar" className="inline-flex h-6 items-center font-medium underline underline-offset-2">
          Open the calendar
        </Link>
      }
    >
      <p>Your events are being read; they appear in the calendar as they come. Nobody is sent any mail by this.</p>
    </Banner>
  )
}
