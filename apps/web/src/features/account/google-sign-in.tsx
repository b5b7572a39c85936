import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc, type Outputs } from '../../lib/trpc.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { useFocusKept } from '../../ui/use-focus-kept.ts'
import { GoogleMark } from '../auth/google-mark.tsx'
import { Ago } from '../connections/ago.tsx'
import { Loaded } from '../settings/loaded.tsx'
import { LinkGoogleDialog } from './link-google-dialog.tsx'
import { UnlinkGoogleDialog } from './unlink-google-dialog.tsx'

/** A Google account to sign in with, beside the password. */
export function GoogleSignIn() {
  const identities = useQuery(trpc.account.identities.queryOptions())
  return (
    <Loaded query={identities} name="Google account">
      {(data) => (
        <Card
          title="Sign in with Google"
          lead="Links an account for signing in only. Calendars are linked apart from it, under “Connections”."
        >
          <Accounts {...data} />
        </Card>
      )}
    </Loaded>
  )
}

function Accounts({ identities, canLinkGoogle }: Outputs['account']['identities']) {
  const [dialog, setDialog] = useState<'link' | 'unlink' | null>(null)
  const close = () => setDialog(null)
  const content = useFocusKept<HTMLDivElement>(dialog ? 1 : 0)
  const [account] = identities
  return (
    <div ref={content} tabIndex={-1} className="flex flex-col gap-4">
      {account && (
        <div className="flex flex-wrap items-center gap-3">
          <GoogleMark />
          <div className="flex min-w-0 flex-[1_1_12rem] flex-col">
            <p className="font-medium wrap-anywhere text-heading">{account.accountEmail}</p>
            <p className="text-[0.8125rem] text-muted">
              Linked <Ago at={account.createdAt} />
            </p>
          </div>
          <Button size="small" variant="danger-ghost" className="-mx-3" onClick={() => setDialog('unlink')}>
            Unlink
          </Button>
        </div>
      )}
      {!account && canLinkGoogle && (
        <Button onClick={() => setDialog('link')} className="self-start">
          <GoogleMark />
          Link a Google account
        </Button>
      )}
      {!canLinkGoogle && (
        <p className="text-muted">
          Google is not set up for signing in here. Whoever runs this installation finds how in the README, under
          “Linking Google calendars”.
        </p>
      )}
      {dialog === 'link' && <LinkGoogleDialog onClose={close} />}
      {dialog === 'unlink' && account && <UnlinkGoogleDialog email={account.accountEmail} onClose={close} />}
    </div>
  )
}
