import { Slot } from 'radix-ui'
import { Suspense, useRef, useState, type ReactNode } from 'react'
import { deferred } from '../lib/deferred.tsx'
import { usePrepared } from '../lib/use-prepared.ts'

/** Comes once the page shows something: the first load is without it. */
const PopoverPanel = deferred(() => import('./popover-panel.tsx'))

interface PopoverProps {
  label: string
  trigger: ReactNode
  align?: 'start' | 'center' | 'end'
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
  children: ReactNode
}

/** A small panel beside the button that opens it. */
export function Popover({ label, trigger, align = 'start', children, isOpen, onOpenChange }: PopoverProps) {
  usePrepared(PopoverPanel.prepare)
  const [isOwnOpen, setIsOwnOpen] = useState(false)
  const isShown = isOpen ?? isOwnOpen
  const show = onOpenChange ?? setIsOwnOpen
  const button = useRef<HTMLElement>(null)
  return (
    <>
      <Slot.Root
        ref={button}
        aria-haspopup="dialog"
        aria-expanded={isShown}
        data-state={isShown ? 'open' : 'closed'}
        onClick={() => show(!isShown)}
      >
        {trigger}
      </Slot.Root>
      {isShown && (
        <Suspense fallback={null}>
          <PopoverPanel label={label} anchor={button} align={align} onClose={() => show(false)}>
            {children}
          </PopoverPanel>
        </Suspense>
      )}
    </>
  )
}
