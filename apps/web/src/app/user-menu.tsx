import { useNavigate } from '@tanstack/react-router'
import { ChevronsUpDown, Globe, LogOut } from 'lucide-react'
import { signOut } from '../features/auth/session.ts'
import { useUser } from '../features/auth/use-user.ts'
import { zoneName } from '../lib/format-time.ts'
import { describeProblem } from '../lib/problem.ts'
import { setTheme, useTheme } from '../lib/theme.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { Popover } from '../ui/popover.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { notifyProblem } from '../ui/toast.tsx'

const THEME_OPTIONS = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

/** Who is signed in, how the app looks to them, and the way out. */
export function UserMenu() {
  const user = useUser()
  const theme = useTheme()
  const navigate = useNavigate()
  const leave = async () => {
    try {
      await signOut()
      await navigate({ to: '/sign-in' })
    } catch (error) {
      notifyProblem('You are still signed in', describeProblem(error).message)
    }
  }
  return (
    <Popover
      label="Account"
      trigger={
        <button
          type="button"
          className="flex w-full items-center gap-2.5 rounded-md p-1.5 text-left transition-colors hover:bg-hover data-[state=open]:bg-hover"
        >
          <Avatar name={user.name} email={user.email} />
          <span className="flex min-w-0 flex-1 flex-col max-lg:sr-only">
            <span className="truncate font-medium text-heading">{user.name}</span>
            <span className="truncate text-xs text-muted">{user.organization.name}</span>
            <span className="sr-only">account and theme</span>
          </span>
          <ChevronsUpDown aria-hidden className="hidden size-4 text-muted lg:block" />
        </button>
      }
    >
      <div className="flex w-56 flex-col gap-3">
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
        <div className="border-t border-line pt-2">
          <Button variant="ghost" size="small" onClick={() => void leave()} className="-ml-3">
            <LogOut aria-hidden className="size-4 text-muted" />
            Sign out
          </Button>
        </div>
      </div>
    </Popover>
  )
}
