import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import {
  CalendarDays,
  CalendarSearch,
  CalendarSync,
  Clock,
  Globe,
  Inbox,
  Keyboard,
  LogOut,
  Monitor,
  Moon,
  Plus,
  RefreshCw,
  ScrollText,
  Search,
  Settings,
  Sun,
  User,
  Users,
  UsersRound,
  Zap,
} from 'lucide-react'
import { openLayer } from '../../app/layers.ts'
import { zoneName } from '../../lib/format-time.ts'
import { describeProblem } from '../../lib/problem.ts'
import { setTheme } from '../../lib/theme.ts'
import { trpc } from '../../lib/trpc.ts'
import { notifyProblem } from '../../ui/toast.tsx'
import { signOut } from '../auth/session.ts'
import { useUser, useUsesOutbox } from '../auth/use-user.ts'
import { useActiveMembers } from '../events/use-active-members.ts'
import { useOpenForm } from '../events/use-open-form.ts'
import type { Command } from './command.ts'
import { syncAll } from './sync-all.ts'

const PAGES = [
  { to: '/calendar', label: 'Calendar', icon: CalendarDays, keywords: ['home', 'events', 'week', 'month'] },
  { to: '/calendar/suggest', label: 'Find a time', icon: CalendarSearch, keywords: ['suggestions', 'free slots'] },
  { to: '/calendar/availability', label: 'Availability', icon: Clock, keywords: ['working hours', 'days off'] },
  { to: '/team', label: 'Team', icon: UsersRound, keywords: ['who is free', 'colleagues', 'side by side'] },
  { to: '/search', label: 'Search', icon: Search, keywords: ['find'] },
  { to: '/calendar/connections', label: 'Connections', icon: CalendarSync, keywords: ['Google', 'sync', 'accounts'] },
  { to: '/members', label: 'Members', icon: Users, keywords: ['people', 'invite', 'team', 'roles'] },
  { to: '/activity', label: 'Activity', icon: ScrollText, keywords: ['log', 'history', 'changes'] },
  { to: '/settings', label: 'Settings', icon: Settings, keywords: ['profile', 'password', 'reminders', 'tokens'] },
] as const
const OUTBOX = { to: '/outbox', label: 'Outbox', icon: Inbox, keywords: ['mail', 'messages'] } as const

const THEMES = [
  { theme: 'system', label: 'Theme: as the system', icon: Monitor },
  { theme: 'light', label: 'Theme: light', icon: Sun },
  { theme: 'dark', label: 'Theme: dark', icon: Moon },
] as const

/** Everything that the palette offers by itself; `onZones` shows the time zones to choose from. */
export function useCommands(onZones: () => void): Command[] {
  const user = useUser()
  const members = useActiveMembers()
  const usesOutbox = useUsesOutbox()
  const navigate = useNavigate()
  const openForm = useOpenForm()
  const connections = useQuery(trpc.connections.list.queryOptions()).data?.connections ?? []
  const leave = async () => {
    try {
      await signOut()
      await navigate({ to: '/sign-in' })
    } catch (error) {
      notifyProblem('You are still signed in', describeProblem(error).message)
    }
  }

  const pages = (usesOutbox ? [...PAGES, OUTBOX] : PAGES).map(({ to, label, icon, keywords }): Command => ({
    id: `page ${to}`,
    group: 'Go to',
    label,
    keywords: [...keywords],
    icon,
    run: () => void navigate({ to }),
  }))
  const people = members.flatMap(({ id, name, email }): Command[] => [
    {
      id: `calendar ${id}`,
      group: 'People',
      label: `${name}’s calendar`,
      detail: email,
      keywords: [email, 'person'],
      icon: User,
      run: () => void navigate({ to: '/calendar', search: id === user.id ? {} : { people: [id] } }),
    },
    {
      id: `time with ${id}`,
      group: 'People',
      label: `Find a time with ${name}`,
      detail: email,
      keywords: [email, 'meet', 'suggest'],
      icon: CalendarSearch,
      run: () => void navigate({ to: '/calendar/suggest', search: { people: [...new Set([user.email, email])] } }),
    },
  ])
  const sync: Command = {
    id: 'sync',
    group: 'Actions',
    label: 'Sync now',
    keywords: ['refresh', 'Google', 'update'],
    icon: RefreshCw,
    run: () => void syncAll(connections.map(({ id }) => id)),
  }
  const themes = THEMES.map(({ theme, label, icon }): Command => ({
    id: `theme ${theme}`,
    group: 'Settings',
    label,
    keywords: [theme, 'mode', 'appearance', 'colours'],
    icon,
    run: () => setTheme(theme),
  }))
  return [
    {
      id: 'create',
      group: 'Create',
      label: 'New event',
      keywords: ['create', 'add', 'meeting', 'form'],
      icon: Plus,
      shortcut: 'c',
      run: () => openForm(null),
    },
    {
      id: 'quick add',
      group: 'Create',
      label: 'Quick add',
      keywords: ['create', 'sentence', 'words'],
      icon: Zap,
      shortcut: 'q',
      run: () => openLayer({ kind: 'quick-add', text: '' }),
      keepsOpen: true,
    },
    ...pages,
    ...people,
    ...(connections.length > 0 ? [sync] : []),
    {
      id: 'help',
      group: 'Actions',
      label: 'Keyboard shortcuts',
      keywords: ['help', 'keys'],
      icon: Keyboard,
      shortcut: '?',
      run: () => openLayer({ kind: 'help' }),
      keepsOpen: true,
    },
    {
      id: 'sign out',
      group: 'Actions',
      label: 'Sign out',
      keywords: ['leave', 'log out', 'logout'],
      icon: LogOut,
      run: () => void leave(),
    },
    ...themes,
    {
      id: 'zone',
      group: 'Settings',
      label: 'Change time zone…',
      detail: zoneName(user.timeZone),
      keywords: ['city', 'clock', 'region'],
      icon: Globe,
      run: onZones,
      keepsOpen: true,
    },
  ]
}
