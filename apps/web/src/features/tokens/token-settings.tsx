import { useQuery } from '@tanstack/react-query'
import { KeyRound, Plus } from 'lucide-react'
import { useState } from 'react'
import { trpc } from '../../lib/trpc.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useFocusKept } from '../../ui/use-focus-kept.ts'
import { useUser } from '../auth/use-user.ts'
import { Loaded } from '../settings/loaded.tsx'
import { CreateTokenDialog } from './create-token-dialog.tsx'
import { RevokeTokenDialog } from './revoke-token-dialog.tsx'
import { TokenRow } from './token-row.tsx'
import type { ApiToken } from './token.ts'

/** Keys with which tools act for people; an ADMIN sees everybody's. */
export function TokenSettings() {
  const isAdmin = useUser().role === 'ADMIN'
  const [isCreating, setIsCreating] = useState(false)
  const [revoked, setRevoked] = useState<ApiToken | null>(null)
  const list = useFocusKept<HTMLDivElement>(revoked ? 1 : 0)
  const query = useQuery(trpc.tokens.list.queryOptions())
  const createButton = (
    <Button size="small" variant="primary" onClick={() => setIsCreating(true)}>
      <Plus aria-hidden className="size-4" />
      New token
    </Button>
  )
  return (
    <>
      <Loaded query={query} name="API tokens">
        {({ tokens }) => (
          <Card
            title="API tokens"
            lead={
              <>
                With a token, a script or tool of yours acts as you, with no more than the role you give it.
                {isAdmin && ' As an admin you see those of everybody.'} How tools use them is in the docs, under
                “Internal tools”.
              </>
            }
            actions={tokens.length > 0 && createButton}
          >
            <div ref={list} tabIndex={-1}>
              {tokens.length === 0 ? (
                <div className="flex justify-center py-6">
                  <EmptyState icon={KeyRound} title="There are no tokens" action={createButton}>
                    Make one for each tool, so that you can revoke it alone.
                  </EmptyState>
                </div>
              ) : (
                <ul aria-label="API tokens" className="flex flex-col divide-y divide-line">
                  {tokens.map((token) => (
                    <TokenRow key={token.id} token={token} onRevoke={() => setRevoked(token)} />
                  ))}
                </ul>
              )}
            </div>
          </Card>
        )}
      </Loaded>
      {isCreating && <CreateTokenDialog onClose={() => setIsCreating(false)} />}
      {revoked && <RevokeTokenDialog token={revoked} onClose={() => setRevoked(null)} />}
    </>
  )
}
