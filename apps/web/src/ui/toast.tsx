import { Toaster as SonnerToaster, toast as sonner } from 'sonner'
import { useTheme } from '../lib/theme.ts'

/** Long enough to read, decide and reach the button. */
const UNDO_MILLISECONDS = 10_000

export function Toaster() {
  const theme = useTheme()
  return (
    <SonnerToaster
      theme={theme}
      position="bottom-center"
      visibleToasts={3}
      closeButton
      toastOptions={{
        classNames: {
          toast: '!rounded-lg !border-line !bg-raised !text-ink !shadow-raised !font-sans',
          description: '!text-muted',
          actionButton: '!h-8 !rounded-md !bg-primary !px-3 !text-on-primary !font-medium',
          closeButton: '!size-6 !border-line !bg-raised !text-muted',
          error: '[&_[data-icon]]:!text-error-strong',
          success: '[&_[data-icon]]:!text-success',
          warning: '[&_[data-icon]]:!text-warning',
        },
      }}
    />
  )
}

/** Says that something is done. */
export function notify(message: string, description?: string): void {
  sonner.success(message, { description })
}

/** Says that something is done, but not quite as hoped. */
export function notifyWarning(message: string, description?: string): void {
  sonner.warning(message, { description, duration: UNDO_MILLISECONDS })
}

/** Says why something did not work and what to do. */
export function notifyProblem(message: string, description?: string): void {
  sonner.error(message, { description, duration: UNDO_MILLISECONDS })
}

interface ToastAction {
  label: string
  onClick: () => void
}

/** Says that something is done and offers what may come next. */
export function notifyWithAction(message: string, action: ToastAction, description?: string): void {
  sonner.success(message, { description, duration: UNDO_MILLISECONDS, action })
}

/** Says that something is done and offers to take it back. */
export function notifyWithUndo(message: string, undo: () => void, description?: string): void {
  sonner(message, { description, duration: UNDO_MILLISECONDS, action: { label: 'Undo', onClick: undo } })
}
