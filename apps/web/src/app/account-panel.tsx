import { Link, useNavigate } from '@tanstack/react-router'
import { CalendarSync, Globe, Inbox, LogOut, ScrollText, Settings, Users, UsersRound } from 'lucide-react'
import { signOut } from '../features/auth/session.ts'
import { useUser, useUsesOutbox } from '../features/auth/use-user.ts'
import { zoneName } from '../lib/format-time.ts'
import { describeProblem } from '../lib/problem.ts'
import { setTheme, useTheme } from '../lib/theme.ts'
import { Button } from '../ui/button.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { notifyProblem } from '../ui/toast.tsx'

/** In the bar where there is room. */
const TEAM = { to: '/team', label: 'Team', icon: UsersRound, className: 'sm:hidden' } as const
const CONNECTIONS = {
  to: '/calendar/connections',
  label: 'Connections',
  icon: CalendarSync,
  className: 'sm:hidden',
} as const
const SETTINGS = { to: '/settings', label: 'Settings', icon: Settings } as const
const MEMBERS = { to: '/members', label: 'Members', icon: Users } as const
const ACTIVITY = { to: '/activity', label: 'Activity', icon: ScrollText } as const
const OUTBOX = { to: '/outbox', label: 'Outbox', icon: Inbox } as const

const THEME_OPTIONS = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

/** What the user menu holds; `onLeave` is called when one of its links is followed. */
export default function AccountPanel({ onLeave }: { onLeave: () => void }) {
  const user = useUser()
  const theme = useTheme()
  const navigate = useNavigate()
  const pages = useUsesOutbox()
    ? [TEAM, CONNECTIONS, MEMBERS, SETTINGS, ACTIVITY, OUTBOX]
    : [TEAM, CONNECTIONS, MEMBERS, SETTINGS, ACTIVITY]
  const leave = async () => {
    try {
      await signOut()
      await navigate({ to: '/sign-in' })
    } catch (error) {
      notifyProblem('You are still signed in', describeProblem(error).message)
    }
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-col gap-0.5">
        <p className="truncate font-semibold text-heading">{user.name}</p>
        <p className="truncate text-[0.8125rem] text-muted">{user.email}</p>
        <p className="truncate text-[0.8125rem] text-muted">{user.organization.name}</p>
        <p className="mt-1 flex items-center gap-1.5 text-[0.8125rem] text-muted">
          <Globe aria-hidden className="size-3.5 shrink-0" />
          {zoneName(user.timeZone)}
        </p>
      </div>
      <div className="flex flex-col gap-1.5 border-t border-line pt-3">
        <p aria-hidden className="text-xs font-medium text-muted">
          Theme
        </p>
        <Segmented label="Theme" value={theme} options={THEME_OPTIONS} onChange={setTheme} />
      </div>
      <ul className="-mx-1.5 -mb-1 flex flex-col border-t border-line pt-2">
        {pages.map(({ to, label, icon: Icon, ...look }) => (
          <li key={to} {...look}>
            <Link
              to={to}
              onClick={onLeave}
              className="flex h-8 items-center gap-1.5 rounded-md px-1.5 text-[0.8125rem] font-medium text-ink hover:bg-hover"
            >
              <Icon aria-hidden className="size-4 text-muted" />
              {label}
            </Link>
          </li>
        ))}
      </ul>
      <div className="border-t border-line pt-2">
        <Button variant="ghost" size="small" onClick={() => void leave()} className="-ms-3">
          <LogOut aria-hidden className="size-4 text-muted" />
          Sign out
        </Button>
      </div>
    </div>
  )
}
