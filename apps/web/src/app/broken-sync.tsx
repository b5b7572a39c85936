import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { trpc } from '../lib/trpc.ts'

const BrokenSyncBanner = lazy(() => import('../features/connections/broken-sync-banner.tsx'))

/** Connections break rarely, and whoever mends one is on a page that asks more often. */
const FRESH_MILLISECONDS = 300_000

/** Says on every page that a linked account waits for its person; its words come only when they are needed. */
export function BrokenSync() {
  const { data } = useQuery(trpc.connections.list.queryOptions(undefined, { staleTime: FRESH_MILLISECONDS }))
  const broken = data?.connections.filter(({ status }) => status === 'NEEDS_REAUTH' || status === 'SCOPES_MISSING')
  return broken?.length ? (
    <Suspense fallback={null}>
      <BrokenSyncBanner connections={broken} />
    </Suspense>
  ) : null
}
