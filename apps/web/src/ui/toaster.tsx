import { useEffect } from 'react'
import { Toaster as Sonner, toast } from 'sonner'
import { DIRECTION } from '../lib/locale.ts'
import { useTheme } from '../lib/theme.ts'

/** Where toasts appear. `onReady` is called once one that is shown will be seen. */
export default function Toaster({ onReady }: { onReady: (show: typeof toast) => void }) {
  const theme = useTheme()
  useEffect(() => onReady(toast), [onReady])
  return (
    <Sonner
      theme={theme}
      dir={DIRECTION}
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
