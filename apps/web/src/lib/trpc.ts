import type { AppRouter } from '@astralis/api/router'
import { createTRPCClient, httpLink, splitLink } from '@trpc/client'
import { createTRPCQueryUtils } from '@trpc/react-query'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import { queryClient } from './query-client.ts'

export type Inputs = inferRouterInputs<AppRouter>
export type Outputs = inferRouterOutputs<AppRouter>

const url = '/trpc'
/** Questions about many people or dates, which an address is too short for. */
const LONG_QUESTIONS = new Set(['scheduling.suggest', 'scheduling.explain', 'scheduling.conflicts', 'scheduling.team'])

/** Calls procedures. */
export const trpcClient = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: ({ path }) => LONG_QUESTIONS.has(path),
      true: httpLink({ url, methodOverride: 'POST' }),
      false: httpLink({ url }),
    }),
  ],
})

/** The cache of what procedures answered: options for `useQuery`, and reading and changing it anywhere. */
export const trpc: ReturnType<typeof createTRPCQueryUtils<AppRouter>> = createTRPCQueryUtils({
  queryClient,
  client: trpcClient,
})
