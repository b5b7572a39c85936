import { useRouteContext } from '@tanstack/react-router'
import type { SessionUser } from './session.ts'

/** The signed-in user. Only for pages behind the sign-in. */
export function useUser(): SessionUser {
  return useRouteContext({ from: '/signed-in', select: (context) => context.user })
}
