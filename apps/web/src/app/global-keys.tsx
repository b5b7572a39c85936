import { Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { useShortcuts, type Shortcuts } from '../features/calendar/use-shortcuts.ts'

/** The signed-in pages, and the keys that all of them have. */
export function GlobalKeys() {
  const navigate = useNavigate()
  // There the key goes to the field.
  const isSearching = useLocation({ select: ({ pathname }) => pathname === '/search' })
  const keys: Shortcuts = isSearching ? {} : { '/': () => void navigate({ to: '/search' }) }
  useShortcuts(keys)
  return <Outlet />
}
