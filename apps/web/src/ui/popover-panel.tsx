import { Popover } from 'radix-ui'
import { useRef, type ReactNode, type RefObject } from 'react'

interface PopoverPanelProps {
  label: string
  /** The button that opened it. */
  anchor: RefObject<HTMLElement | null>
  align: 'start' | 'center' | 'end'
  onClose: () => void
  children: ReactNode
}

/** The panel of an open popover. */
export default function PopoverPanel({ label, anchor, align, onClose, children }: PopoverPanelProps) {
  const isLeft = useRef(false)
  return (
    <Popover.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal>
        <Popover.Content
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            // Whoever pressed something else has the focus there.
            if (!isLeft.current) anchor.current?.focus()
          }}
          // The button closes it by itself; closed here already, it would open again.
          onInteractOutside={(event) => {
            if (event.target instanceof Node && anchor.current?.contains(event.target)) event.preventDefault()
            else isLeft.current = true
          }}
          className="z-50 max-w-[calc(100vw-1rem)] animate-rise rounded-lg border border-line bg-raised p-3 shadow-raised outline-none"
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
