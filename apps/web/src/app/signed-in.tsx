import { Outlet } from '@tanstack/react-router'
import { GlobalKeys } from './global-keys.tsx'

/** Every page behind the sign-in, with the keys that work on all of them. */
export function SignedIn() {
  return (
    <>
      <Outlet />
      <GlobalKeys />
    </>
  )
}
