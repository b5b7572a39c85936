import type { AppRouter } from '@astralis/api/router'
import { createTRPCClient, httpLink } from '@trpc/client'
import { createTRPCQueryUtils } from '@trpc/react-query'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import { queryClient } from './query-client.ts'

export type Inputs = inferRouterInputs<AppRouter>
export type Outputs = inferRouterOutputs<AppRouter>

/** Calls procedures. */
export const trpcClient = createTRPCClient<AppRouter>({ links: [httpLink({ url: '/trpc' })] })

/** The cache of what procedures answered: options for `useQuery`, and reading and changing it anywhere. */
export const trpc: ReturnType<typeof createTRPCQueryUtils<AppRouter>> = createTRPCQueryUtils({
  queryClient,
  client: trpcClient,
})
