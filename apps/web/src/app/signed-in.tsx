import { Outlet } from '@tanstack/react-router'
import { GlobalKeys } from './global-keys.tsx'
import { useLivePages } from './use-live-pages.ts'

/** Every page behind the sign-in, with the keys that work on all of them. What others change appears by itself. */
export function SignedIn() {
  useLivePages()
  return (
    <>
      <Outlet />
      <GlobalKeys />
    </>
  )
}
