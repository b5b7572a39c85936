import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { readActivitySearch } from '../features/activity/activity-search.ts'
import { loadSession } from '../features/auth/session.ts'
import { loadSignInMethods } from '../features/auth/sign-in-methods.ts'
import { readSignInSearch } from '../features/auth/sign-in-search.ts'
import { readAvailabilitySearch } from '../features/availability/availability-search.ts'
import { readCalendarSearch } from '../features/calendar/calendar-search.ts'
import { CalendarPending } from '../features/calendar/calendar-pending.tsx'
import { readConnectionsSearch } from '../features/connections/connections-search.ts'
import { readInvitationSearch } from '../features/invitations/invitation-search.ts'
import { readOutboxSearch } from '../features/outbox/outbox-search.ts'
import { readSearchAddress } from '../features/search/search-address.ts'
import { readSettingsSearch } from '../features/settings/settings-search.ts'
import { readSuggestSearch } from '../features/suggestions/suggest-search.ts'
import { readTeamSearch } from '../features/team/team-search.ts'
import { ErrorPage } from './error-page.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { PagePending } from './page-pending.tsx'
import { Root } from './root.tsx'
import { SignedIn } from './signed-in.tsx'

const rootRoute = createRootRoute({ component: Root })

const indexRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/calendar' })
  },
})

/** Pages for people who are not signed in; the others are sent on. */
const signedOutRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-out',
  beforeLoad: async () => {
    if (await loadSession()) throw redirect({ to: '/calendar' })
  },
})

const signInRoute = createRoute({
  getParentRoute: () => signedOutRoute,
  path: '/sign-in',
  validateSearch: readSignInSearch,
  loader: loadSignInMethods,
  component: lazyRouteComponent(() => import('../features/auth/sign-in-page.tsx'), 'SignInPage'),
})

const signUpRoute = createRoute({
  getParentRoute: () => signedOutRoute,
  path: '/sign-up',
  component: lazyRouteComponent(() => import('../features/auth/sign-up-page.tsx'), 'SignUpPage'),
})

/** Pages that need a session; without one, the sign-in remembers the way back. */
const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    const session = await loadSession()
    if (!session) throw redirect({ to: '/sign-in', search: { returnTo: location.href } })
    return session
  },
  component: SignedIn,
})

const calendarRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/calendar',
  validateSearch: readCalendarSearch,
  component: lazyRouteComponent(() => import('../features/calendar/calendar-page.tsx'), 'CalendarPage'),
  pendingComponent: CalendarPending,
})

const availabilityRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/calendar/availability',
  validateSearch: readAvailabilitySearch,
  component: lazyRouteComponent(() => import('../features/availability/availability-page.tsx'), 'AvailabilityPage'),
  pendingComponent: PagePending,
})

const suggestRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/calendar/suggest',
  validateSearch: readSuggestSearch,
  component: lazyRouteComponent(() => import('../features/suggestions/suggest-page.tsx'), 'SuggestPage'),
  pendingComponent: PagePending,
})

const teamRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/team',
  validateSearch: readTeamSearch,
  component: lazyRouteComponent(() => import('../features/team/team-page.tsx'), 'TeamPage'),
  pendingComponent: PagePending,
})

const connectionsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/calendar/connections',
  validateSearch: readConnectionsSearch,
  component: lazyRouteComponent(() => import('../features/connections/connections-page.tsx'), 'ConnectionsPage'),
  pendingComponent: PagePending,
})

const searchRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/search',
  validateSearch: readSearchAddress,
  component: lazyRouteComponent(() => import('../features/search/search-page.tsx'), 'SearchPage'),
  pendingComponent: PagePending,
})

const settingsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/settings',
  validateSearch: readSettingsSearch,
  component: lazyRouteComponent(() => import('../features/settings/settings-page.tsx'), 'SettingsPage'),
  pendingComponent: PagePending,
})

const outboxRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/outbox',
  validateSearch: readOutboxSearch,
  component: lazyRouteComponent(() => import('../features/outbox/outbox-page.tsx'), 'OutboxPage'),
  pendingComponent: PagePending,
})

const activityRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/activity',
  validateSearch: readActivitySearch,
  component: lazyRouteComponent(() => import('../features/activity/activity-page.tsx'), 'ActivityPage'),
  pendingComponent: PagePending,
})

const membersRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/members',
  component: lazyRouteComponent(() => import('../features/members/members-page.tsx'), 'MembersPage'),
  pendingComponent: PagePending,
})

/** For whoever has the link of an invitation to join, signed in or not. */
const joinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/join/$token',
  component: lazyRouteComponent(() => import('../features/join/join-page.tsx'), 'JoinPage'),
})

/** For whoever has the link, signed in or not. */
const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitations/$token',
  validateSearch: readInvitationSearch,
  component: lazyRouteComponent(() => import('../features/invitations/invitation-page.tsx'), 'InvitationPage'),
})

/** For whoever builds pages; no other page leads there. */
const designRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/design',
  component: lazyRouteComponent(() => import('../features/design/design-page.tsx'), 'DesignPage'),
})

const SKELETON_AFTER_MILLISECONDS = 50

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    indexRoute,
    signedOutRoute.addChildren([signInRoute, signUpRoute]),
    signedInRoute.addChildren([
      calendarRoute,
      suggestRoute,
      teamRoute,
      availabilityRoute,
      connectionsRoute,
      searchRoute,
      settingsRoute,
      outboxRoute,
      activityRoute,
      membersRoute,
    ]),
    invitationRoute,
    joinRoute,
    designRoute,
  ]),
  defaultPreload: 'intent',
  defaultPendingMs: SKELETON_AFTER_MILLISECONDS,
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: NotFoundPage,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
