import { useMutation } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import { useState } from 'react'
import { describeProblem } from '../../lib/problem.ts'
import { trpc, trpcClient } from '../../lib/trpc.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { notify, notifyProblem } from '../../ui/toast.tsx'
import type { EventMail } from './event-mails.ts'

interface SendAgainProps {
  mail: Pick<EventMail, 'id' | 'status'>
  /** Whom it is to. */
  name: string
}

/** Sends a mail again that failed; one that may have arrived only after a warning. */
export function SendAgain({ mail: { id, status }, name }: SendAgainProps) {
  const [isAsking, setIsAsking] = useState(false)
  const send = useMutation({
    mutationFn: () => trpcClient.reminders.sendAgain.mutate({ id }),
    onSuccess: () => notify(`It is sent to ${name} again`),
    onError: (error) => notifyProblem('It was not sent again', describeProblem(error).message),
    onSettled: async () => {
      await Promise.all([trpc.mails.list.invalidate(), trpc.reminders.list.invalidate()])
      setIsAsking(false)
    },
  })
  return (
    <>
      <Button
        size="small"
        isBusy={send.isPending}
        aria-label={`Send again to ${name}`}
        onClick={() => (status === 'UNKNOWN' ? setIsAsking(true) : send.mutate())}
      >
        <Send aria-hidden className="size-3.5" />
        Send again
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={`Send it to ${name} again?`}
          confirmLabel="Send again"
          keepLabel="Leave it"
          isBusy={send.isPending}
          onConfirm={() => send.mutate()}
          onClose={() => setIsAsking(false)}
        >
          Nobody knows whether the first one arrived. If it did, the same mail arrives twice.
        </ConfirmDialog>
      )}
    </>
  )
}
