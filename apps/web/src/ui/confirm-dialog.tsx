import { AlertDialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { useReturnFocus } from './use-return-focus.ts'

interface ConfirmDialogProps {
  title: string
  children: ReactNode
  confirmLabel: string
  keepLabel: string
  isBusy?: boolean
  onConfirm: () => void
  onClose: () => void
}

/** Asks before something that cannot be taken back. The focus starts on the answer that changes nothing. */
export function ConfirmDialog({
  title,
  children,
  confirmLabel,
  keepLabel,
  isBusy = false,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const giveFocusBack = useReturnFocus()
  return (
    <AlertDialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-50 animate-fade-in bg-overlay" />
        <div className="fixed inset-0 z-50 flex items-end justify-center p-4 sm:items-center">
          <AlertDialog.Content
            onCloseAutoFocus={giveFocusBack}
            className="flex w-full max-w-md animate-rise flex-col gap-2 rounded-lg border border-line bg-raised p-5 shadow-raised outline-none"
          >
            <AlertDialog.Title className="text-base font-semibold text-heading">{title}</AlertDialog.Title>
            <AlertDialog.Description className="text-muted">{children}</AlertDialog.Description>
            <div className="mt-4 flex flex-wrap justify-end gap-2">
              <AlertDialog.Cancel asChild>
                <Button>{keepLabel}</Button>
              </AlertDialog.Cancel>
              <Button variant="danger" isBusy={isBusy} onClick={onConfirm}>
                {confirmLabel}
              </Button>
            </div>
          </AlertDialog.Content>
        </div>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
