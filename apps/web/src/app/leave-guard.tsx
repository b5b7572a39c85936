import { useBlocker } from '@tanstack/react-router'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'

interface LeaveGuardProps {
  isDirty: boolean
  /** What is asked about: `These hours have not been saved.` */
  children: string
  /** Called when somebody leaves without what they changed. */
  onAbandon?: (() => void) | undefined
}

/** Asks whoever leaves a form without having saved it. */
export function LeaveGuard({ isDirty, children, onAbandon }: LeaveGuardProps) {
  const leaving = useBlocker({
    // When the session ends, what is typed waits for the next sign-in.
    shouldBlockFn: ({ next }) => isDirty && next.pathname !== '/sign-in',
    enableBeforeUnload: isDirty,
    withResolver: true,
  })
  return (
    leaving.status === 'blocked' && (
      <ConfirmDialog
        title="Discard what you changed?"
        confirmLabel="Discard"
        keepLabel="Keep editing"
        onConfirm={() => {
          onAbandon?.()
          leaving.proceed()
        }}
        onClose={leaving.reset}
      >
        {children}
      </ConfirmDialog>
    )
  )
}
