import { TriangleAlert } from 'lucide-react'
import { ConnectButton } from './connect-button.tsx'
import { PROVIDER_NAMES, type Connection } from './connection.ts'

/** Calendars that are not kept in step until their person allows it again. */
export default function BrokenSyncBanner({ connections }: { connections: readonly Connection[] }) {
  return connections.map(({ id, provider, providerEmail, problem }) => (
    <div
      key={id}
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-error/40 bg-error-soft px-3 py-2 text-[0.8125rem] text-on-error-soft lg:px-6"
    >
      <TriangleAlert aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 flex-1 wrap-anywhere">
        <span className="font-semibold">
          {PROVIDER_NAMES[provider]} Calendar of {providerEmail} is not in step.
        </span>{' '}
        <span className="max-sm:hidden">{problem?.message}</span>
      </p>
      <ConnectButton connectionId={id} size="small">
        Reconnect
      </ConnectButton>
    </div>
  ))
}
