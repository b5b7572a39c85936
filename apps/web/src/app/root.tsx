import { Outlet } from '@tanstack/react-router'
import { Toaster } from '../ui/toast.tsx'
import { OfflineBanner } from './offline-banner.tsx'

export function Root() {
  return (
    <div className="flex h-dvh flex-col">
      <OfflineBanner />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <Outlet />
      </div>
      <Toaster />
    </div>
  )
}
