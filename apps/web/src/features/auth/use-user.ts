import { useRouteContext } from '@tanstack/react-router'
import type { SessionUser } from './session.ts'

/** The signed-in user. Only for pages behind the sign-in. */
export function useUser(): SessionUser {
  return useRouteContext({ from: '/signed-in', select: (context) => context.user })
}

/** Whether mail stays in the outbox, because there is no mail service. Only for pages behind the sign-in. */
export function useUsesOutbox(): boolean {
  return useRouteContext({ from: '/signed-in', select: (context) => context.usesOutbox })
}
