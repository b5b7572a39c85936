import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import type { Connection } from './connection.ts'
import { useDisconnect } from './use-connection-actions.ts'

interface DisconnectDialogProps {
  connection: Connection
  onClose: () => void
}

/** Says what disconnecting does before it does it. */
export function DisconnectDialog({
  connection: { id, providerEmail, pendingChanges },
  onClose,
}: DisconnectDialogProps) {
  const disconnect = useDisconnect(id, onClose)
  return (
    <ConfirmDialog
      title={`Disconnect ${providerEmail}?`}
      confirmLabel="Disconnect"
      keepLabel="Keep it connected"
      isBusy={disconnect.isPending}
      onConfirm={() => disconnect.mutate()}
      onClose={onClose}
    >
      Events that came from Google leave this calendar, and changes are not sent there any more. Nothing is deleted at
      Google, and events that were made here stay in both. We give our permission back.
      {pendingChanges > 0 &&
        ` ${pendingChanges === 1 ? 'One change that waits' : `${pendingChanges} changes that wait`} will not be sent.`}
    </ConfirmDialog>
  )
}
