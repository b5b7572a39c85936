import { clsx } from 'clsx'
import { Button } from './button.tsx'

interface SaveBarProps {
  /** Of the button that saves: `Save hours`. */
  label: string
  isDirty: boolean
  isSaving: boolean
  /** Ends the form in a card instead of a page: then Enter in a field saves, too. */
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
      <Button onClick={onDiscard} isIdle={!isDirty || isSaving}>
        Discard
      </Button>
      <Button
        {...(isInCard ? { type: 'submit' } : { onClick: onSave })}
        variant="primary"
        isBusy={isSaving}
        isIdle={!isDirty}
      >
        {label}
      </Button>
    </footer>
  )
}
