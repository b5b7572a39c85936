import { Pause, Play, RefreshCw, Unplug } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { CARD_CLASS, CARD_TITLE_CLASS } from '../../ui/card.tsx'
import { CalendarChoice } from './calendar-choice.tsx'
import { ConnectButton } from './connect-button.tsx'
import { ConnectionProblem } from './connection-problem.tsx'
import { healthOf } from './connection-health.ts'
import { PROVIDER_NAMES, type Connection } from './connection.ts'
import { DisconnectDialog } from './disconnect-dialog.tsx'
import { ProviderMark } from './provider-mark.tsx'
import { SyncState } from './sync-state.tsx'
import { usePause, useSyncNow } from './use-connection-actions.ts'

/** A linked account: how it is doing, which calendars, and what can be done. */
export function ConnectionCard({ connection }: { connection: Connection }) {
  const { id, provider, providerEmail, status, isSyncing, calendars } = connection
  const { label, tone, icon } = healthOf(connection)
  const isPaused = status === 'PAUSED'
  const isLinked = status !== 'DISCONNECTED'
  const sync = useSyncNow(id)
  const pause = usePause(id)
  const [isDisconnecting, setIsDisconnecting] = useState(false)
  return (
    <section aria-label={providerEmail} className={CARD_CLASS}>
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <ProviderMark provider={provider} />
        <div className="flex min-w-0 flex-[1_1_12rem] flex-col">
          <h2 className={CARD_TITLE_CLASS}>{PROVIDER_NAMES[provider]} Calendar</h2>
          <p className="text-[0.8125rem] wrap-anywhere text-muted">{providerEmail}</p>
        </div>
        <Badge tone={tone} icon={icon}>
          {label}
        </Badge>
      </header>
      <ConnectionProblem connection={connection} />
      {isLinked && <SyncState connection={connection} />}
      {isLinked && calendars.length > 0 && <CalendarChoice connectionId={id} calendars={calendars} />}
      <footer className="flex flex-wrap gap-2 border-t border-line pt-4">
        {status === 'ACTIVE' && (
          <Button size="small" isBusy={sync.isPending || isSyncing} onClick={() => sync.mutate()}>
            {!sync.isPending && !isSyncing && <RefreshCw aria-hidden className="size-4" />}
            Sync now
          </Button>
        )}
        {(status === 'ACTIVE' || isPaused) && (
          <Button size="small" isBusy={pause.isPending} onClick={() => pause.mutate(isPaused)}>
            {isPaused ? <Play aria-hidden className="size-4" /> : <Pause aria-hidden className="size-4" />}
            {isPaused ? 'Resume' : 'Pause'}
          </Button>
        )}
        {isLinked ? (
          <Button
            size="small"
            variant="danger-ghost"
            className="ms-auto"
            onClick={() => setIsDisconnecting(true)}
            aria-label={`Disconnect ${providerEmail}`}
          >
            <Unplug aria-hidden className="size-4" />
            Disconnect
          </Button>
        ) : (
          <ConnectButton connectionId={id} size="small">
            Connect again
          </ConnectButton>
        )}
      </footer>
      {isDisconnecting && <DisconnectDialog connection={connection} onClose={() => setIsDisconnecting(false)} />}
    </section>
  )
}
