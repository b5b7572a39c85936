import { X } from 'lucide-react'
import { Dialog as RadixDialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { IconButton } from './icon-button.tsx'
import { useReturnFocus } from './use-return-focus.ts'

interface DialogProps {
  title: string
  children: ReactNode
  /** A selector of what has the focus first; by default that is the way out. */
  firstFocus?: string
  /** A press beside it closes it, unless that would lose something. */
  keepsOpen?: boolean
  onClose: () => void
}

/** A small window in the middle of the screen. Escape closes it. */
export function Dialog({ title, children, firstFocus, keepsOpen = false, onClose }: DialogProps) {
  const giveFocusBack = useReturnFocus()
  return (
    <RadixDialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="fixed inset-0 z-50 animate-fade-in bg-overlay" />
        <div className="fixed inset-0 z-50 flex items-center justify-center p-4">
          <RadixDialog.Content
            aria-describedby={undefined}
            onCloseAutoFocus={giveFocusBack}
            onInteractOutside={(event) => keepsOpen && event.preventDefault()}
            onOpenAutoFocus={(event) => {
              const dialog = event.target instanceof Element ? event.target : null
              const first = firstFocus && dialog?.querySelector<HTMLElement>(firstFocus)
              if (!first) return
              event.preventDefault()
              first.focus()
            }}
            className="flex max-h-full w-full max-w-md animate-rise flex-col gap-4 overflow-y-auto rounded-lg border border-line bg-raised p-5 shadow-raised outline-none"
          >
            <div className="flex items-center justify-between">
              <RadixDialog.Title className="text-base font-semibold text-heading">{title}</RadixDialog.Title>
              <RadixDialog.Close asChild>
                <IconButton icon={X} label="Close" />
              </RadixDialog.Close>
            </div>
            {children}
          </RadixDialog.Content>
        </div>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  )
}
