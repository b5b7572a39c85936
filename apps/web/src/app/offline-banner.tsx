import { WifiOff } from 'lucide-react'
import { useOnline } from '../lib/use-online.ts'

export function OfflineBanner() {
  const isOnline = useOnline()
  if (isOnline) return null
  return (
    <p
      role="status"
      className="flex items-center justify-center gap-2 bg-warning-soft px-4 py-2 text-[0.8125rem] font-medium text-on-warning-soft shadow-card"
    >
      <WifiOff aria-hidden className="size-4 shrink-0" />
      You are offline. What you see may be out of date, and changes cannot be saved.
    </p>
  )
}
