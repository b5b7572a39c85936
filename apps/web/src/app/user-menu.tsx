import { ChevronsUpDown } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useUser } from '../features/auth/use-user.ts'
import { deferred } from '../lib/deferred.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Popover } from '../ui/popover.tsx'

/** Comes when somebody is about to open the menu: the first load is without it. */
const AccountPanel = deferred(() => import('./account-panel.tsx'))

/** Who is signed in, how the app looks to them, their pages, and the way out. */
export function UserMenu() {
  const user = useUser()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Popover
      label="Account"
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <button
          type="button"
          onPointerEnter={AccountPanel.prepare}
          onFocus={AccountPanel.prepare}
          className="flex w-full items-center gap-2.5 rounded-md p-1.5 text-start transition-colors hover:bg-hover data-[state=open]:bg-hover"
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
      <div className="min-h-64 w-56">
        <Suspense fallback={null}>
          <AccountPanel onLeave={() => setIsOpen(false)} />
        </Suspense>
      </div>
    </Popover>
  )
}
