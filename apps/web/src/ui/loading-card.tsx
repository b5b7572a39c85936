import type { ReactNode } from 'react'
import { CARD_CLASS } from './card.tsx'

/** A card whose content is on its way, as skeletons. */
export function LoadingCard({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="status" aria-label={label} className={CARD_CLASS}>
      {children}
    </div>
  )
}
