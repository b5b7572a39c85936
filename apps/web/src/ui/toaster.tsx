import { useEffect } from 'react'
import { Toaster as Sonner, toast } from 'sonner'
import { DIRECTION } from '../lib/locale.ts'
import { useTheme } from '../lib/theme.ts'

/** Where toasts appear. `onReady` is called once one that is shown will be seen. */
export default function Toaster({ onReady }: { onReady: (show: typeof toast) => void }) {
  const theme = useTheme()
  useEffect(() => onReady(toast), [onReady])
  useEffect(() => {
    document.addEventListener('focusin', waitWhileFocused)
    return () => document.removeEventListener('focusin', waitWhileFocused)
  }, [])
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

/** Sonner waits for a pointer that rests on a message; somebody who reaches it with the keyboard needs the time as well. */
function waitWhileFocused({ target, relatedTarget }: FocusEvent): void {
  const [to, from] = [listOf(target), listOf(relatedTarget)]
  if (to === from) return
  to?.dispatchEvent(new MouseEvent('mousemove', { bubbles: true }))
  from?.dispatchEvent(new MouseEvent('mouseout', { bubbles: true, relatedTarget: document.body }))
}

function listOf(node: EventTarget | null): Element | null {
  return node instanceof Element ? node.closest('[data-sonner-toaster]') : null
}
