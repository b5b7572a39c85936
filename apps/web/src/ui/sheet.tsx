import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { IconButton } from './icon-button.tsx'
import { useReturnFocus } from './use-return-focus.ts'

interface SheetProps {
  title: string
  /** Shown beside the title, for example a status. */
  badge?: ReactNode
  footer?: ReactNode
  children: ReactNode
  onClose: () => void
  /** Where the focus goes when the sheet has closed; by default to what had it before. */
  returnFocus?: () => HTMLElement | null
}

/** A panel at the side of a wide screen, the whole of a narrow one. Escape closes it. */
export function Sheet({ title, badge, footer, children, onClose, returnFocus }: SheetProps) {
  const giveFocusBack = useReturnFocus()
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-fade-in bg-overlay" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            const target = returnFocus?.()
            if (!target) return giveFocusBack(event)
            event.preventDefault()
            target.focus()
          }}
          className="fixed inset-y-0 end-0 z-50 flex w-full animate-slide-in flex-col bg-surface shadow-raised outline-none sm:w-[28rem] sm:border-s sm:border-line"
        >
          <div className="flex min-h-16 items-center gap-3 border-b border-line py-3 pe-3 ps-5">
            <Dialog.Title className="min-w-0 text-lg leading-6 font-semibold text-heading">{title}</Dialog.Title>
            {badge}
            <Dialog.Close asChild>
              <IconButton icon={X} label="Close" className="ms-auto" />
            </Dialog.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-5">{children}</div>
          {footer && <footer className="flex flex-wrap gap-2 border-t border-line px-5 py-4">{footer}</footer>}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
