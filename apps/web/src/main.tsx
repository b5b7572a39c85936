import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { Direction } from 'radix-ui'
import { createRoot } from 'react-dom/client'
import { router } from './app/router.tsx'
import { reloadSession } from './features/auth/session.ts'
import { DIRECTION } from './lib/locale.ts'
import { queryClient, whenRefused, whenSessionEnds } from './lib/query-client.ts'
import { trpc } from './lib/trpc.ts'
import './styles/app.css'

whenSessionEnds(() => {
  if (!trpc.auth.me.getData()) return
  trpc.auth.me.setData(undefined, null)
  void router.navigate({ to: '/sign-in', search: { returnTo: router.state.location.href, hasExpired: true } })
})

whenRefused(async () => {
  const role = trpc.auth.me.getData()?.user.role
  if ((await reloadSession())?.user.role !== role) await router.invalidate()
})

document.documentElement.dir = DIRECTION

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root".')

createRoot(root).render(
  <StrictMode>
    <Direction.Provider dir={DIRECTION}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </Direction.Provider>
  </StrictMode>,
)
