import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../lib/trpc.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { useFocusKept } from '../../ui/use-focus-kept.ts'
import { Loaded } from '../settings/loaded.tsx'
import { EndSessionsDialog } from './end-sessions-dialog.tsx'
import { SessionRow } from './session-row.tsx'

/** Where somebody is signed in; one that should not be is ended here. */
export function Sessions() {
  const [isEnding, setIsEnding] = useState(false)
  const list = useFocusKept<HTMLUListElement>(isEnding ? 1 : 0)
  const query = useQuery(trpc.sessions.list.queryOptions())
  return (
    <Loaded query={query} name="sessions">
      {({ sessions }) => (
        <Card
          title="Sessions"
          lead="Where you are signed in. End any that is not yours."
          actions={
            sessions.length > 1 && (
              <Button size="small" variant="danger-ghost" className="-me-3" onClick={() => setIsEnding(true)}>
                End all others
              </Button>
            )
          }
        >
          <ul ref={list} tabIndex={-1} aria-label="Sessions" className="flex flex-col divide-y divide-line">
            {sessions.map((session) => (
              // What had the focus goes with its row.
              <SessionRow key={session.id} session={session} onEnded={() => list.current?.focus()} />
            ))}
          </ul>
          {isEnding && <EndSessionsDialog count={sessions.length - 1} onClose={() => setIsEnding(false)} />}
        </Card>
      )}
    </Loaded>
  )
}
