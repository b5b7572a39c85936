import { clsx } from 'clsx'
import { Button } from './button.tsx'

interface SaveBarProps {
  /** Of the button that saves: `Save hours`. */
  label: string
  isDirty: boolean
  isSaving: boolean
  /** Ends a card instead of a page. */
  isInCard?: boolean
  onSave: () => void
  onDiscard: () => void
}

/** Says whether there is something to save; in sight wherever the page is scrolled to. */
export function SaveBar({ label, isDirty, isSaving, isInCard = false, onSave, onDiscard }: SaveBarProps) {
  return (
    <footer
      className={clsx(
        'flex items-center justify-end gap-2 border-t border-line',
        isInCard ? 'pt-4' : 'bg-surface px-3 py-3 lg:px-6',
      )}
    >
      <p role="status" className="me-auto min-w-0 text-[0.8125rem] text-muted">
        {isSaving ? 'Saving…' : isDirty ? 'Not saved yet' : 'Everything is saved'}
      </p>
      <Button onClick={onDiscard} disabled={!isDirty || isSaving}>
        Discard
      </Button>
      <Button variant="primary" onClick={onSave} isBusy={isSaving} disabled={!isDirty}>
        {label}
      </Button>
    </footer>
  )
}
