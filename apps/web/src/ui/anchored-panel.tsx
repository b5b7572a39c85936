import { Popover } from 'radix-ui'
import type { ReactNode, RefObject } from 'react'

interface AnchoredPanelProps {
  label: string
  /** What it stands beside. */
  anchor: RefObject<HTMLElement | null>
  side: 'right' | 'bottom'
  /** A selector of what has the focus first. */
  firstFocus: string
  onClose: () => void
  /** What has the focus when it has closed; null leaves it where it is. */
  returnFocus: () => HTMLElement | null
  children: ReactNode
}

/** A small panel beside something that is no button; it opens by being drawn. Escape and a press elsewhere close it. */
export function AnchoredPanel({ label, anchor, side, firstFocus, onClose, returnFocus, children }: AnchoredPanelProps) {
  return (
    <Popover.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal>
        <Popover.Content
          aria-label={label}
          side={side}
          align="center"
          sideOffset={8}
          collisionPadding={8}
          onOpenAutoFocus={(event) => {
            const panel = event.target instanceof Element ? event.target : null
            const first = panel?.querySelector<HTMLElement>(firstFocus)
            if (!first) return
            event.preventDefault()
            first.focus()
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            returnFocus()?.focus()
          }}
          className="z-50 flex max-h-(--radix-popover-content-available-height) w-80 max-w-[calc(100vw-1rem)] animate-rise flex-col rounded-lg border border-line bg-raised shadow-raised outline-none"
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
